import assert from "node:assert/strict";
import * as vscode from "vscode";
import { findingsOf, until } from "../findings.js";
import { closeAll, hoverAt, inWorkspace, showNew } from "../workspace.js";

const path = ".preflight/config.yaml";

describe("the configuration file", () => {
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(inWorkspace(".preflight"), { recursive: true });
  });

  it("shows a key that does not exist at its place", async () => {
    const { document } = await showNew(path, "preset: strict\nrulez: {}\n");
    await until(vscode.languages.onDidChangeDiagnostics, () => findingsOf(document.uri).length > 0);
    const [problem] = findingsOf(document.uri);
    assert.equal(document.getText(problem!.range), "rulez");
    assert.match(problem!.message, /rules/);
  });

  it("completes keys and the names of rules", async () => {
    const { document } = await showNew(path, "preset: strict\nrules:\n  \n");
    assert.ok((await completionsAt(document, new vscode.Position(2, 2))).includes("sklearn-random-state-missing"));
    assert.ok((await completionsAt(document, new vscode.Position(3, 0))).includes("exclude"));
  });

  it("explains a rule on hover", async () => {
    const { document } = await showNew(path, "rules:\n  nan-equality: off\n");
    assert.match(await hoverAt(document.uri, new vscode.Position(1, 5)), /equal to nothing/);
  });
});

async function completionsAt(document: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    position,
  );
  return list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
}
