import assert from "node:assert/strict";
import * as vscode from "vscode";
import { until } from "../findings.js";
import { closeAll, replaceAll, showNew } from "../workspace.js";

const source = "import torch\n\nmodel = torch.nn.Linear(2, 2)\n";

describe("what is known of a file", () => {
  afterEach(closeAll);

  const page = (): vscode.TextDocument | undefined =>
    vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === "ml-preflight-model")?.document;

  it("is shown beside the code, and leaves the cursor where it is", async () => {
    const { document } = await showNew("known.py", source);
    await vscode.commands.executeCommand("mlPreflight.showModel");
    await until(vscode.workspace.onDidChangeTextDocument, () => page() !== undefined);
    assert.match(page()!.getText(), /value model: torch\.nn\.Linear/);
    assert.equal(page()!.uri.path.split("/").at(-1), "known.py (what is known)");
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), document.uri.toString());
  });

  it("is brought up to date when the command runs again", async () => {
    const editor = await showNew("known-again.py", source);
    await vscode.commands.executeCommand("mlPreflight.showModel");
    assert.doesNotMatch(page()?.getText() ?? "", /sets eval mode/);
    await replaceAll(editor, `${source}model.eval()\n`);
    await vscode.commands.executeCommand("mlPreflight.showModel");
    await until(vscode.workspace.onDidChangeTextDocument, () => /sets eval mode/.test(page()?.getText() ?? ""));
  });

  it("is read-only", async () => {
    await showNew("known-only.py", source);
    await vscode.commands.executeCommand("mlPreflight.showModel");
    await until(vscode.workspace.onDidChangeTextDocument, () => page() !== undefined);
    const text = page()!.getText();
    await vscode.window.showTextDocument(page()!);
    await vscode.commands.executeCommand("type", { text: "x" });
    assert.equal(page()!.getText(), text);
    assert.equal(page()!.isDirty, false);
  });
});
