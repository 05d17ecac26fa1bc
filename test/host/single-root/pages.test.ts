import assert from "node:assert/strict";
import * as vscode from "vscode";
import { untilFinding } from "../findings.js";
import { closeAll, inWorkspace, show } from "../workspace.js";

describe("pages", () => {
  afterEach(closeAll);

  it("open beside the code, rendered", async () => {
    const { document } = await show(inWorkspace("split.py"));
    const finding = await untilFinding(document.uri, "sklearn-random-state-missing");
    vscode.window.activeTextEditor!.selection = new vscode.Selection(finding.range.start, finding.range.start);
    await vscode.commands.executeCommand("mlPreflight.explain");
    const inputs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
    const page = inputs.find((input) => input instanceof vscode.TabInputCustom);
    assert.equal(page?.uri.path, "/rules/sklearn-random-state-missing.md");
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), document.uri.toString());
  });

  it("exist for the guide's places that rule pages link to", async () => {
    const uri = vscode.Uri.parse("ml-preflight-guide:/rules/nan-equality.md");
    const page = (await vscode.workspace.openTextDocument(uri)).getText();
    const links = [...page.matchAll(/\]\((?!https?:)([^)#]+\.md)/g)].map((match) => match[1]!);
    assert.ok(links.length > 0);
    for (const link of links) {
      const target = vscode.Uri.joinPath(uri, "..", link);
      assert.doesNotMatch((await vscode.workspace.openTextDocument(target)).getText(), /There is no page/, link);
    }
  });
});
