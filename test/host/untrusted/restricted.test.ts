import assert from "node:assert/strict";
import * as vscode from "vscode";
import { untilFinding } from "../findings.js";
import { actionsAt, closeAll, hoverAt, inWorkspace, show } from "../workspace.js";

describe("Restricted Mode", () => {
  afterEach(closeAll);

  it("is what this window is in", () => {
    assert.equal(vscode.workspace.isTrusted, false);
  });

  it("shows findings, hovers and actions as ever", async () => {
    const { document } = await show(inWorkspace("split.py"));
    const { range } = await untilFinding(document.uri, "sklearn-random-state-missing");
    assert.match(await hoverAt(document.uri, range.start), /two scores cannot be compared/);
    assert.ok((await actionsAt(document.uri, range)).length > 0);
  });
});
