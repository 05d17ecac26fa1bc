import assert from "node:assert/strict";
import * as vscode from "vscode";
import { findingsOf, ruleOf, untilFinding, untilRules } from "../findings.js";
import { fitWithoutValidation, nanComparison } from "../programs.js";
import { closeAll, hoverAt, inWorkspace, replaceAll, show, showNew } from "../workspace.js";

describe("findings", () => {
  afterEach(closeAll);

  it("appear when a Python file is opened, which activates the extension", async () => {
    const { document } = await show(inWorkspace("split.py"));
    const finding = await untilFinding(document.uri, "sklearn-random-state-missing");
    assert.equal(document.getText(finding.range), "train_test_split");
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(vscode.extensions.getExtension("ml-preflight.ml-preflight")?.isActive, true);
  });

  it("have a code that leads to the rule's page", async () => {
    const { document } = await show(inWorkspace("split.py"));
    const { code } = await untilFinding(document.uri, "sklearn-random-state-missing");
    assert.ok(typeof code === "object");
    assert.equal(code.target.scheme, "ml-preflight-guide");
    const page = await vscode.workspace.openTextDocument(code.target);
    assert.match(page.getText(), /^# sklearn-random-state-missing$/m);
  });

  it("say on hover why, and what to do", async () => {
    const { document } = await show(inWorkspace("split.py"));
    const { range } = await untilFinding(document.uri, "sklearn-random-state-missing");
    const text = await hoverAt(document.uri, range.start);
    assert.match(text, /two scores cannot be compared/);
    assert.match(text, /Pass `random_state`/);
    assert.match(text, /^> /m);
  });

  it("follow the text while it is typed", async () => {
    const editor = await showNew("typed.py", "import numpy as np\n");
    await replaceAll(editor, nanComparison);
    await untilFinding(editor.document.uri, "nan-equality");
    await replaceAll(editor, nanComparison.replace("value == np.nan", "np.isnan(value)"));
    await untilRules(editor.document.uri, (rules) => rules.length === 0);
  });

  it("are there in code that is half typed", async () => {
    const { document } = await showNew("half.py", `${nanComparison}\n\ndef broken(:\n    values = [1, 2\n`);
    const finding = await untilFinding(document.uri, "nan-equality");
    assert.equal(finding.range.start.line, 4);
  });

  it("are there in an untitled document", async () => {
    const document = await vscode.workspace.openTextDocument({ language: "python", content: nanComparison });
    await vscode.window.showTextDocument(document);
    await untilFinding(document.uri, "nan-equality");
    assert.equal(findingsOf(document.uri).length, 1);
  });

  it("appear in TypeScript", async () => {
    const { document } = await showNew("train.ts", fitWithoutValidation);
    const finding = await untilFinding(document.uri, "tfjs-fit-without-validation");
    assert.equal(finding.range.start.line, 5);
  });

  it("never open the log", async () => {
    const { document } = await show(inWorkspace("split.py"));
    const finding = await untilFinding(document.uri, "sklearn-random-state-missing");
    assert.equal(ruleOf(finding), "sklearn-random-state-missing");
    const schemes = vscode.window.visibleTextEditors.map((editor) => editor.document.uri.scheme);
    assert.ok(!schemes.includes("output"), schemes.join());
  });
});
