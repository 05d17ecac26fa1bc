import assert from "node:assert/strict";
import * as vscode from "vscode";
import { until, untilFinding } from "../findings.js";
import { unseededSplit } from "../programs.js";
import { actionsAt, apply, closeAll, prefixesAt, showNew } from "../workspace.js";

const rule = "sklearn-random-state-missing";
const surroundKind = vscode.CodeActionKind.Refactor.append("surround");

const scoring = `import torch
from torchvision.models import resnet18

net = resnet18()


def score(batch):
    answer = net(batch)
    return answer
`;

function untilText(document: vscode.TextDocument, isWanted: (text: string) => boolean): Promise<void> {
  return until(vscode.workspace.onDidChangeTextDocument, () => isWanted(document.getText()));
}

async function undo(document: vscode.TextDocument, before: string): Promise<void> {
  await vscode.commands.executeCommand("undo");
  await untilText(document, (text) => text === before);
}

/** Selects a stretch of the text, and does what is offered around it. */
async function surround(editor: vscode.TextEditor, stretch: string): Promise<void> {
  const { document } = editor;
  const start = document.getText().indexOf(stretch);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + stretch.length));
  editor.selection = new vscode.Selection(range.start, range.end);
  // The editor has some of its own in TypeScript.
  const offered = await actionsAt(document.uri, range, surroundKind);
  const [action, ...others] = offered.filter(({ title }) => title.startsWith("Surround with "));
  assert.ok(action);
  assert.deepEqual(others, []);
  await apply(action);
}

describe("snippets", () => {
  afterEach(closeAll);

  it("are put in when their prefix is typed and the suggestion is taken", async () => {
    const { document } = await showNew("typed_snippet.py", "");
    await vscode.commands.executeCommand("type", { text: "pf-eval" });
    await untilText(document, (text) => text === "pf-eval");
    await vscode.commands.executeCommand("editor.action.triggerSuggest");
    // The list of suggestions appears in its own time, and there is no event of it.
    while (document.getText() === "pf-eval") await vscode.commands.executeCommand("acceptSelectedSuggestion");
    await untilText(document, (text) => text.includes("def evaluate("));
    assert.doesNotMatch(document.getText(), /pf-|\$\{/);
  });

  for (const [language, path] of [
    ["python", "list.py"],
    ["typescript", "list.ts"],
    ["typescriptreact", "list.tsx"],
    ["javascript", "list.js"],
  ] as const) {
    it(`are suggested in ${language}`, async () => {
      const { document } = await showNew(path, "pf-");
      assert.equal(document.languageId, language);
      const prefixes = await prefixesAt(document.uri, new vscode.Position(0, 3));
      assert.ok(prefixes.filter((prefix) => prefix.startsWith("pf-")).length > 0, prefixes.join(" "));
    });
  }

  it("are put in by the quick fix of a finding, and wait for what is to be filled in", async () => {
    const editor = await showNew("fixed_by_snippet.py", unseededSplit);
    const { document } = editor;
    const { range } = await untilFinding(document.uri, rule);
    const actions = await actionsAt(document.uri, range);
    const insert = actions.find(({ title }) => title.endsWith("(pf-split)"));
    assert.ok(insert, actions.map(({ title }) => title).join("\n"));
    await apply(insert);
    await untilText(document, (text) => text.includes("SEED = 42"));
    assert.ok(document.getText().endsWith("\n\n    return train_test_split(rows)\n"), document.getText());
    assert.match(document.getText(), /\n {4}SEED = 42\n {4}TEST_SHARE/);
    await until(vscode.window.onDidChangeTextEditorSelection, () => document.getText(editor.selection) === "42");
    await vscode.commands.executeCommand("type", { text: "7" });
    await untilText(document, (text) => text.includes("SEED = 7\n"));
    await vscode.commands.executeCommand("undo");
    await undo(document, unseededSplit);
  });
});

describe("what surrounds a selection", () => {
  afterEach(closeAll);

  it("evaluates a model, and is undone in one step", async () => {
    const editor = await showNew("surrounded.py", scoring);
    await surround(editor, "    answer = net(batch)\n");
    const after = "    net.eval()\n    with torch.no_grad():\n        answer = net(batch)\n";
    await untilText(editor.document, (text) => text === scoring.replace("    answer = net(batch)\n", after));
    await undo(editor.document, scoring);
  });

  it("asks for the name of a model that is not in sight", async () => {
    const text = `${scoring}\n\nfor batch in batches:\n    score(batch)\n    print(rate(batch))\n`.replaceAll(
      "net(",
      "rate(",
    );
    const editor = await showNew("unnamed.py", text);
    await surround(editor, "    print(rate(batch))\n");
    const after = "    model.eval()\n    with torch.no_grad():\n        print(rate(batch))\n";
    await untilText(editor.document, (now) => now === text.replace("    print(rate(batch))\n", after));
    await until(vscode.window.onDidChangeTextEditorSelection, () => {
      return editor.document.getText(editor.selection) === "model";
    });
    await undo(editor.document, text);
  });

  it("splits below an indented line", async () => {
    const text = "import sklearn\n\n\ndef parts():\n    X, y = load()\n    return X\n";
    const editor = await showNew("parts.py", text);
    await surround(editor, "X, y");
    const line =
      "    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=42, stratify=y)\n";
    const after = text
      .replace("sklearn\n", "sklearn\nfrom sklearn.model_selection import train_test_split\n")
      .replace("load()\n", `load()\n${line}`);
    await untilText(editor.document, (now) => now === after);
    await undo(editor.document, text);
  });

  it("tidies, in TypeScript", async () => {
    const text = 'import * as tf from "@tensorflow/tfjs";\n\nconst sum = tf.add(1, 2);\nsum.print();\n';
    const editor = await showNew("sums.ts", text);
    await until(vscode.window.onDidChangeActiveTextEditor, () => vscode.window.activeTextEditor === editor);
    await surround(editor, "const sum = tf.add(1, 2);\nsum.print();\n");
    const after = "tf.tidy(() => {\n    const sum = tf.add(1, 2);\n    sum.print();\n});\n".replaceAll("    ", "  ");
    await untilText(editor.document, (now) => now.endsWith(after));
    await undo(editor.document, text);
  });
});
