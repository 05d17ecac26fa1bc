import assert from "node:assert/strict";
import * as vscode from "vscode";
import { findingsOf, untilFinding, untilRules } from "../findings.js";
import { closeAll, inWorkspace, show, showNew, write } from "../workspace.js";

const requirements = inWorkspace("requirements.txt");
const workflow = inWorkspace(".github/workflows/tests.yml");

describe("findings in files that are no code", () => {
  afterEach(async () => {
    await closeAll();
    for (const uri of [requirements, inWorkspace(".github")])
      await vscode.workspace.fs.delete(uri, { recursive: true });
  });

  it("appear in requirements and workflows, and go when they are repaired", async () => {
    await write(requirements, "flask\ntorch\n");
    await write(
      workflow,
      "on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: pytest || true\n",
    );
    await showNew("net.py", "import torch\n\nnet = torch.nn.Linear(1, 1)\n");
    const unpinned = await untilFinding(requirements, "dependencies-unpinned");
    assert.equal(unpinned.range.start.line, 1);
    const { document } = await show(workflow);
    const swallowed = await untilFinding(workflow, "ci-test-failure-ignored");
    assert.equal(document.getText(swallowed.range), "- run: pytest || true");
    assert.equal(swallowed.severity, vscode.DiagnosticSeverity.Warning);

    const editor = vscode.window.activeTextEditor!;
    const at = document.getText().indexOf(" || true");
    const end = document.positionAt(at + " || true".length);
    await editor.edit((edit) => edit.delete(new vscode.Range(document.positionAt(at), end)));
    await document.save();
    await untilRules(workflow, (rules) => rules.length === 0);
    await write(requirements, "flask\ntorch==2.5.1\n");
    await untilRules(requirements, (rules) => rules.length === 0);
    assert.deepEqual(findingsOf(requirements), []);
  });
});
