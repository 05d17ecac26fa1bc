import assert from "node:assert/strict";
import * as vscode from "vscode";
import { findingsOf, untilFinding, untilRules } from "../findings.js";
import { actionsAt, apply, closeAll, hoverAt, inWorkspace, replaceAll, show, showNew, write } from "../workspace.js";

const requirements = inWorkspace("requirements.txt");
const workflow = inWorkspace(".github/workflows/tests.yml");
const tests = "on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: pytest || true\n";

describe("findings in files that are no code", () => {
  afterEach(async () => {
    await closeAll();
    for (const uri of [requirements, inWorkspace(".github")])
      await vscode.workspace.fs.delete(uri, { recursive: true });
  });

  it("appear in requirements and workflows, and go when they are repaired", async () => {
    await write(requirements, "flask\ntorch\n");
    await write(workflow, tests);
    await showNew("net.py", "import torch\n\nnet = torch.nn.Linear(1, 1)\n");
    const unpinned = await untilFinding(requirements, "dependencies-unpinned");
    assert.equal(unpinned.range.start.line, 1);
    const { document } = await show(workflow);
    const swallowed = await untilFinding(workflow, "ci-test-failure-ignored");
    assert.equal(document.getText(swallowed.range), "- run: pytest || true");
    assert.equal(swallowed.severity, vscode.DiagnosticSeverity.Warning);

    await saveAs(workflow, document.getText().replace(" || true", ""));
    await untilRules(workflow, (rules) => rules.length === 0);
    await saveAs(requirements, "flask\ntorch==2.5.1\n");
    await untilRules(requirements, (rules) => rules.length === 0);
    assert.deepEqual(findingsOf(requirements), []);
  });

  it("are explained by hovers, and suppressed by the light bulb", async () => {
    await write(requirements, "torch==2.5.1\n");
    await write(workflow, tests);
    await showNew("net.py", "import torch\n\nnet = torch.nn.Linear(1, 1)\n");
    const { document } = await show(workflow);
    const swallowed = await untilFinding(workflow, "ci-test-failure-ignored");
    assert.match(await hoverAt(workflow, swallowed.range.start), /mlPreflight\.explain\?/);
    const actions = await actionsAt(workflow, swallowed.range);
    const suppress = actions.filter(({ title }) => title === "Suppress `ci-test-failure-ignored` on this line");
    assert.equal(suppress.length, 1);
    await apply(suppress[0]!);
    assert.match(document.lineAt(5).text, /true {2}# preflight: ignore\[ci-test-failure-ignored\]$/);
    await document.save();
    await untilRules(workflow, (rules) => rules.length === 0);
  });
});

/** As a person does it: what other programs write is told late while a window opens. */
async function saveAs(uri: vscode.Uri, text: string): Promise<void> {
  const editor = await show(uri);
  await replaceAll(editor, text);
  await editor.document.save();
}
