import assert from "node:assert/strict";
import * as vscode from "vscode";
import { rulesAt, untilFinding, untilRules } from "../findings.js";
import { unseededSplit } from "../programs.js";
import { closeAll, inWorkspace, show, showNew, write } from "../workspace.js";

const rule = "sklearn-random-state-missing";
const none = (rules: readonly string[]): boolean => rules.length === 0;

describe("findings are cleared", () => {
  afterEach(closeAll);

  it("when their document is closed", async () => {
    const { document } = await showNew("closed.py", unseededSplit);
    await untilFinding(document.uri, rule);
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await untilRules(document.uri, none);
    assert.deepEqual(rulesAt(document.uri), []);
  });

  it("when their file is deleted", async () => {
    const { document } = await showNew("deleted.py", unseededSplit);
    await untilFinding(document.uri, rule);
    const edit = new vscode.WorkspaceEdit();
    edit.deleteFile(document.uri);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await untilRules(document.uri, none);
    assert.deepEqual(rulesAt(document.uri), []);
  });

  it("when their file is renamed, and shown under the new name", async () => {
    const { document } = await showNew("before.py", unseededSplit);
    await untilFinding(document.uri, rule);
    const after = inWorkspace("after.py");
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(document.uri, after);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await untilRules(inWorkspace("before.py"), none);
    await show(after);
    await untilFinding(after, rule);
    assert.deepEqual(rulesAt(inWorkspace("before.py")), []);
  });

  it("when the configuration turns their rule off, and return when it is gone", async () => {
    const { document } = await showNew("governed.py", unseededSplit);
    await untilFinding(document.uri, rule);
    await write(inWorkspace(".preflight/config.yaml"), `rules:\n  ${rule}: off\n`);
    await untilRules(document.uri, none);
    await write(inWorkspace(".preflight/config.yaml"), `rules:\n  ${rule}: error\n`);
    assert.equal((await untilFinding(document.uri, rule)).severity, vscode.DiagnosticSeverity.Error);
    await vscode.workspace.fs.delete(inWorkspace(".preflight"), { recursive: true });
    await untilRules(document.uri, (rules) => rules.includes(rule));
  });
});
