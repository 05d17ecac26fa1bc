import assert from "node:assert/strict";
import * as vscode from "vscode";

describe("activation", () => {
  it("finds the extension", () => {
    assert.ok(vscode.extensions.getExtension("ml-preflight.ml-preflight"));
  });
});
