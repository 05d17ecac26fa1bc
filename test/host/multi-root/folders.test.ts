import assert from "node:assert/strict";
import * as vscode from "vscode";
import { rulesAt, untilFinding, untilRules } from "../findings.js";
import { closeAll, inWorkspace, show } from "../workspace.js";

describe("two folders in one window", () => {
  afterEach(closeAll);

  it("are both there", () => {
    assert.deepEqual(
      vscode.workspace.workspaceFolders?.map(({ name }) => name),
      ["one", "two"],
    );
  });

  it("each follow the configuration that is nearest", async () => {
    const one = await show(inWorkspace("split.py", "one"));
    await untilFinding(one.document.uri, "sklearn-random-state-missing");
    const missing = await show(inWorkspace("missing.py", "two"));
    await untilFinding(missing.document.uri, "nan-equality");
    const two = await show(inWorkspace("split.py", "two"));
    // A finding that came later than this one would have been reported by then: the server answers in order.
    await two.edit((edit) => edit.insert(new vscode.Position(2, 0), "import numpy as np\nimpossible = np.nan == 1\n"));
    await untilFinding(two.document.uri, "nan-equality");
    assert.deepEqual(rulesAt(two.document.uri), ["nan-equality"]);
    await two.document.save();
  });

  it("keep both served when documents change", async () => {
    const { document } = await show(inWorkspace("split.py", "one"));
    await untilRules(document.uri, (rules) => rules.includes("sklearn-random-state-missing"));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), "import numpy as np\nimpossible = np.nan == 1\n");
    await vscode.workspace.applyEdit(edit);
    await untilRules(document.uri, (rules) => rules.includes("nan-equality"));
    assert.equal(vscode.window.visibleTextEditors.length, 1);
  });
});
