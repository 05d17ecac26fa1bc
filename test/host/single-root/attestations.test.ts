import assert from "node:assert/strict";
import * as vscode from "vscode";
import { findingsOf, until } from "../findings.js";
import { closeAll, inWorkspace, replaceAll, showNew } from "../workspace.js";

describe("the file of attestations", () => {
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(inWorkspace(".preflight"), { recursive: true });
  });

  it("shows what has expired and what is about no item among the problems, at their lines, until they are mended", async () => {
    const lines = [
      "attestations:",
      "  - { item: PLAN-03, verdict: pass, who: Ada, date: 2001-05-01 }",
      "  - { item: PLAN-3, verdict: pass, who: Ada, date: 2001-05-01 }",
    ];
    const editor = await showNew(".preflight/attestations.yaml", lines.join("\n"));
    const { uri } = editor.document;
    await until(vscode.languages.onDidChangeDiagnostics, () => findingsOf(uri).length === 2);
    const [expired, orphaned] = findingsOf(uri);
    assert.match(expired!.message, /counted until 2001-10-28/);
    assert.equal(expired!.range.start.line, 1);
    assert.equal(typeof expired!.code === "object" && expired!.code.value, "PLAN-03");
    assert.match(orphaned!.message, /no item `PLAN-3`/);
    assert.equal(orphaned!.range.start.line, 2);
    await replaceAll(editor, lines.slice(0, 1).join("\n"));
    await until(vscode.languages.onDidChangeDiagnostics, () => findingsOf(uri).length === 0);
  });
});
