import assert from "node:assert/strict";
import * as vscode from "vscode";
import { rulesAt, until, untilFinding, untilRules } from "../findings.js";
import { apply, actionsAt, closeAll, hoverAt, inWorkspace, prefixesAt, write } from "../workspace.js";

const nanRule = "nan-equality";
const imports = "import numpy as np";
const comparison = "def is_missing(value):\n    return value == np.nan";

/** A file as Jupyter writes it; what is printed stands under the last cell. */
function ipynb(sources: readonly string[], printed?: string): string {
  const cells = sources.map((source, index) => ({
    ...{ cell_type: "code", metadata: {}, execution_count: index + 1 },
    source: source.split(/(?<=\n)/),
    outputs:
      printed === undefined || index + 1 < sources.length
        ? []
        : [{ output_type: "stream", name: "stdout", text: [printed] }],
  }));
  const kernelspec = { display_name: "Python 3", language: "python", name: "python3" };
  const metadata = { kernelspec, language_info: { name: "python" } };
  return JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells }, undefined, 1);
}

async function showNotebook(
  path: string,
  sources: readonly string[],
  printed?: string,
): Promise<vscode.NotebookEditor> {
  const uri = inWorkspace(path);
  await write(uri, ipynb(sources, printed));
  return vscode.window.showNotebookDocument(await vscode.workspace.openNotebookDocument(uri));
}

async function edit(notebook: vscode.NotebookDocument, change: vscode.NotebookEdit): Promise<void> {
  const whole = new vscode.WorkspaceEdit();
  whole.set(notebook.uri, [change]);
  assert.ok(await vscode.workspace.applyEdit(whole));
}

async function type(cell: vscode.NotebookCell, text: string): Promise<void> {
  const { document } = cell;
  const everything = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  const whole = new vscode.WorkspaceEdit();
  whole.replace(document.uri, everything, text);
  assert.ok(await vscode.workspace.applyEdit(whole));
}

function pythonCell(text: string): vscode.NotebookCellData {
  return new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, "python");
}

const none = (rules: readonly string[]): boolean => rules.length === 0;

describe("notebooks in the editor", () => {
  afterEach(async () => {
    for (const { uri } of vscode.workspace.notebookDocuments) {
      if (uri.scheme === "file") await vscode.workspace.save(uri);
    }
    await closeAll();
  });

  it("show findings in the cell where they are, and know the cells above", async () => {
    const { notebook } = await showNotebook("birds.ipynb", [imports, "values = np.zeros(3)", comparison]);
    const { range } = await untilFinding(notebook.cellAt(2).document.uri, nanRule);
    assert.deepEqual([range.start.line, range.start.character], [1, 11]);
    assert.deepEqual(rulesAt(notebook.cellAt(0).document.uri), []);
  });

  it("follow typing", async () => {
    const { notebook } = await showNotebook("edited.ipynb", [imports, "pass"]);
    const cell = notebook.cellAt(1);
    await type(cell, comparison);
    await untilFinding(cell.document.uri, nanRule);
    await type(cell, "pass");
    await untilRules(cell.document.uri, none);
  });

  it("follow cells that come and go", async () => {
    const { notebook } = await showNotebook("cells.ipynb", [imports, comparison]);
    const cell = notebook.cellAt(1);
    await untilFinding(cell.document.uri, nanRule);
    await edit(notebook, vscode.NotebookEdit.insertCells(1, [pythonCell("x = 1")]));
    await edit(notebook, vscode.NotebookEdit.deleteCells(new vscode.NotebookRange(0, 1)));
    await untilRules(cell.document.uri, none);
    await edit(notebook, vscode.NotebookEdit.insertCells(0, [pythonCell(imports)]));
    await untilFinding(cell.document.uri, nanRule);
  });

  it("follow a cell that is moved", async () => {
    const { notebook } = await showNotebook("moved.ipynb", [imports, "print(value == np.nan)"]);
    const { uri } = notebook.cellAt(1).document;
    await untilFinding(uri, nanRule);
    await vscode.window.showNotebookDocument(notebook, { selections: [new vscode.NotebookRange(0, 1)] });
    await vscode.commands.executeCommand("notebook.cell.moveDown");
    await until(vscode.workspace.onDidChangeNotebookDocument, () => notebook.cellAt(1).document.getText() === imports);
    // That the cell now stands above its import is another finding.
    await untilRules(notebook.cellAt(0).document.uri, (rules) => !rules.includes(nanRule));
  });

  it("follow a cell into another language and back", async () => {
    const { notebook } = await showNotebook("languages.ipynb", [imports, comparison]);
    const cell = (): vscode.TextDocument => notebook.cellAt(1).document;
    await untilFinding(cell().uri, nanRule);
    await vscode.languages.setTextDocumentLanguage(cell(), "r");
    await untilRules(cell().uri, none);
    await vscode.languages.setTextDocumentLanguage(cell(), "python");
    await untilFinding(cell().uri, nanRule);
  });

  it("are explained on hover and repaired by the light bulb in their cell", async () => {
    const { notebook } = await showNotebook("repaired.ipynb", [imports, comparison]);
    const { document } = notebook.cellAt(1);
    const { range } = await untilFinding(document.uri, nanRule);
    assert.match(await hoverAt(document.uri, range.start), /np\.isnan/);
    const repair = (await actionsAt(document.uri, range)).find(({ title }) => title.startsWith("Replace by"));
    assert.ok(repair);
    await apply(repair);
    await untilRules(document.uri, none);
    assert.match(document.getText(), /np\.isnan\(value\)/);
  });

  it("have a rule suppressed as a whole in their first cell", async () => {
    const { notebook } = await showNotebook("suppressed.ipynb", [imports, comparison]);
    const { document } = notebook.cellAt(1);
    const { range } = await untilFinding(document.uri, nanRule);
    const suppress = (await actionsAt(document.uri, range)).find(({ title }) => title.endsWith("in this file"));
    assert.ok(suppress);
    await apply(suppress);
    await untilRules(document.uri, none);
    assert.equal(notebook.cellAt(0).document.getText(), `# preflight: ignore-file[${nanRule}]\n${imports}`);
  });

  it("are offered snippets, while one types and by the light bulb", async () => {
    const split = "from sklearn.model_selection import train_test_split\nparts = train_test_split(rows)";
    const { notebook } = await showNotebook("snippets.ipynb", ["pf-", split]);
    const { document } = notebook.cellAt(1);
    const { range } = await untilFinding(document.uri, "sklearn-random-state-missing");
    const prefixes = await prefixesAt(notebook.cellAt(0).document.uri, new vscode.Position(0, 3));
    assert.ok(prefixes.includes("pf-split"), prefixes.join(" "));
    const insert = (await actionsAt(document.uri, range)).find(({ title }) => title.endsWith("(pf-split)"));
    assert.ok(insert);
    await apply(insert);
    await until(vscode.workspace.onDidChangeTextDocument, () => document.getText().includes("\nSEED = 42\n"));
    assert.ok(document.getText().endsWith("\n\nparts = train_test_split(rows)"));
  });

  it("show what the stored output of a cell says, until the cell is edited", async () => {
    const sources = ["import keras", "model = keras.Sequential()", "model.fit(inputs, prices)"];
    const { notebook } = await showNotebook("outputs.ipynb", sources, "25/25 - loss: nan\n");
    const cell = notebook.cellAt(2);
    await untilRules(cell.document.uri, (rules) => rules.includes("notebook-nan-loss"));
    await type(cell, "model.fit(inputs, prices, epochs=2)");
    await untilRules(cell.document.uri, (rules) => !rules.includes("notebook-nan-loss"));
  });

  it("are checked when they are not saved anywhere", async () => {
    const data = new vscode.NotebookData([pythonCell(imports), pythonCell(comparison)]);
    const notebook = await vscode.workspace.openNotebookDocument("jupyter-notebook", data);
    await vscode.window.showNotebookDocument(notebook);
    await untilFinding(notebook.cellAt(1).document.uri, nanRule);
  });

  it("open at the cell that a row of the lifecycle view names", async () => {
    const uri = inWorkspace("rows.ipynb");
    await write(uri, ipynb([imports, "x = 1", comparison]));
    const target = { kind: "place", uri: uri.toString(), cell: 3, line: 1, column: 11 };
    await vscode.commands.executeCommand("_mlPreflight.openCell", target);
    const editor = vscode.window.activeNotebookEditor;
    assert.equal(editor?.notebook.uri.toString(), uri.toString());
    assert.equal(editor.selection.start, 2);
    const text = vscode.window.activeTextEditor;
    assert.equal(text?.document.uri.toString(), editor.notebook.cellAt(2).document.uri.toString());
    assert.deepEqual([text.selection.active.line, text.selection.active.character], [1, 11]);
  });
});
