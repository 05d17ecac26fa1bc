import assert from "node:assert/strict";
import * as vscode from "vscode";
import { untilFinding, untilRules } from "../findings.js";
import { nanComparison, unseededSplit } from "../programs.js";
import { actionsAt, apply, closeAll, inWorkspace, show, showNew } from "../workspace.js";

describe("actions", () => {
  afterEach(closeAll);

  it("repair a finding", async () => {
    const { document } = await showNew("repaired.py", nanComparison);
    const finding = await untilFinding(document.uri, "nan-equality");
    const actions = await actionsAt(document.uri, finding.range);
    const repair = actions.find(({ title }) => title.includes("isnan"));
    assert.ok(repair, actions.map(({ title }) => title).join("\n"));
    await apply(repair);
    await untilRules(document.uri, (rules) => rules.length === 0);
    assert.match(document.getText(), /np\.isnan\(value\)/);
  });

  it("suppress a finding on its line", async () => {
    const { document } = await showNew("line.py", unseededSplit);
    const finding = await untilFinding(document.uri, "sklearn-random-state-missing");
    const suppress = (await actionsAt(document.uri, finding.range)).find(({ title }) => /line/i.test(title));
    assert.ok(suppress);
    await apply(suppress);
    await untilRules(document.uri, (rules) => rules.length === 0);
    assert.match(document.getText(), /# preflight: ignore\[sklearn-random-state-missing\]/);
  });

  it("suppress a rule in the file", async () => {
    const { document } = await showNew("file.py", unseededSplit);
    const finding = await untilFinding(document.uri, "sklearn-random-state-missing");
    const suppress = (await actionsAt(document.uri, finding.range)).find(({ title }) => /file/i.test(title));
    assert.ok(suppress);
    await apply(suppress);
    await untilRules(document.uri, (rules) => rules.length === 0);
    assert.match(document.getText(), /# preflight: ignore-file\[sklearn-random-state-missing\]/);
  });

  it("turn a rule off in the configuration, which they make when there is none", async () => {
    const { document } = await showNew("policy/split.py", unseededSplit);
    const finding = await untilFinding(document.uri, "sklearn-random-state-missing");
    const turnOff = (await actionsAt(document.uri, finding.range)).find(({ title }) => /config/i.test(title));
    assert.ok(turnOff);
    await apply(turnOff);
    const config = await show(inWorkspace(".preflight/config.yaml"));
    assert.match(config.document.getText(), /sklearn-random-state-missing: off/);
    await config.document.save();
    await untilRules(document.uri, (rules) => rules.length === 0);
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await vscode.workspace.fs.delete(inWorkspace(".preflight"), { recursive: true });
    await untilFinding(document.uri, "sklearn-random-state-missing");
  });

  it("leave alone on save what could change the program's results", async () => {
    const settings = vscode.workspace.getConfiguration("editor");
    const onSave = { "source.fixAll.mlPreflight": "explicit" };
    await settings.update("codeActionsOnSave", onSave, vscode.ConfigurationTarget.Workspace);
    try {
      const editor = await showNew("saved.py", nanComparison);
      const { document } = editor;
      await untilFinding(document.uri, "nan-equality");
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "# Reads the log.\n"));
      await document.save();
      assert.equal(document.getText(), `# Reads the log.\n${nanComparison}`);
    } finally {
      await settings.update("codeActionsOnSave", undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
