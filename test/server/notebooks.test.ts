import assert from "node:assert/strict";
import type { CodeAction, Diagnostic } from "vscode-languageserver";
import { modelRequest } from "../../src/protocol.js";
import { applyAction } from "./apply-edit.js";
import { type LspClient, startClient } from "./lsp-client.js";
import { type CellContent, type NotebookEditor, openNotebook } from "./notebook-client.js";

const some = (found: readonly Diagnostic[]): boolean => found.length > 0;
const none = (found: readonly Diagnostic[]): boolean => found.length === 0;

const imports = "import numpy as np\n";
const comparison = "def is_missing(value):\n    return value == np.nan";
const nanRule = "nan-equality";

/** A scaler that has seen the rows which it is tested with: the mistake is only seen across the cells. */
const scaling = [
  `from birds import rows, y
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler`,
  "scaled = StandardScaler().fit_transform(rows)",
  "train, test, y_train, y_test = train_test_split(scaled, y, random_state=7)",
  "print(Ridge().fit(train, y_train).score(test, y_test))",
];

describe("notebooks", () => {
  let client: LspClient;
  let count = 0;
  before(async () => {
    client = await startClient({ initializationOptions: { explain: true } });
  });
  after(() => client.stop());

  const open = (...cells: readonly (CellContent | string)[]): Promise<NotebookEditor> =>
    openNotebook(client, client.uri(`notebook-${count++}.ipynb`), cells);
  const cellOf = (notebook: NotebookEditor, index: number): string => notebook.cells()[index] ?? "";
  const found = (notebook: NotebookEditor, index: number) => client.until(cellOf(notebook, index), some);
  const nothing = (notebook: NotebookEditor, index: number) => client.until(cellOf(notebook, index), none);
  const action = (actions: readonly CodeAction[], start: string): CodeAction | undefined =>
    actions.find(({ title }) => title.startsWith(start));

  it("have their findings in the cells, at the lines of these", async () => {
    const notebook = await open({ text: "# Birds", language: "markdown" }, imports, comparison);
    const [finding, ...others] = await found(notebook, 2);
    assert.deepEqual(others, []);
    assert.equal(finding?.code, nanRule);
    assert.deepEqual(finding.range.start, { line: 1, character: 11 });
    assert.deepEqual(await client.current(cellOf(notebook, 1)), []);
  });

  it("are one program across their cells, and what belongs to a finding is in its own cell", async () => {
    const notebook = await open(...scaling);
    const [finding] = await found(notebook, 1);
    assert.equal(finding?.code, "fit-before-split");
    assert.deepEqual(
      finding.relatedInformation?.map(({ location }) => [location.uri, location.range.start.line]),
      [[cellOf(notebook, 2), 0]],
    );
  });

  it("follow edits of a cell, in all cells that it matters to", async () => {
    const notebook = await open(...scaling);
    await found(notebook, 1);
    await notebook.edit(2, "train, test, y_train, y_test = rows, rows, y, y");
    await nothing(notebook, 1);
    await notebook.edit(2, scaling[2] ?? "");
    await found(notebook, 1);
  });

  it("follow cells that are put in, and those that are taken out, whose findings go", async () => {
    const notebook = await open(imports, comparison);
    await found(notebook, 1);
    await notebook.insert(1, { text: comparison.replace("is_missing", "is_gone") });
    const [first] = await found(notebook, 1);
    assert.equal(first?.range.start.line, 1);
    const gone = cellOf(notebook, 2);
    await notebook.remove(2);
    await client.until(gone, none);
    await found(notebook, 1);
  });

  it("follow a cell that is moved", async () => {
    const notebook = await open(...scaling);
    await found(notebook, 1);
    // The scaler is fitted after everything else.
    await notebook.move(1, 3);
    await nothing(notebook, 3);
    await notebook.move(3, 1);
    await found(notebook, 1);
  });

  it("lose the findings of a cell that is emptied", async () => {
    const notebook = await open(imports, comparison);
    await found(notebook, 1);
    await notebook.edit(1, "");
    assert.deepEqual(await client.current(cellOf(notebook, 1)), []);
  });

  it("follow a cell that becomes another language, and Python again", async () => {
    const notebook = await open(imports, comparison);
    await found(notebook, 1);
    await notebook.setLanguage(1, "r");
    await nothing(notebook, 1);
    await notebook.setLanguage(1, "python");
    await found(notebook, 1);
  });

  it("have findings beside a broken cell, magics and other languages", async () => {
    const notebook = await open(
      imports,
      "def broken(:\n    x = [1, (",
      "%%bash\necho $((1 == 2))",
      { text: "SELECT 1", language: "sql" },
      `%%time\n!pip install numpy\n${comparison}`,
    );
    const [finding] = await found(notebook, 4);
    assert.equal(finding?.range.start.line, 3);
  });

  it("are checked as notebooks only: cells alone say nothing", async () => {
    const cell = "vscode-notebook-cell:/somewhere/lone.ipynb#W0sZmlsZQ==";
    await client.openUri(cell, `${imports}${comparison}`, "python");
    const notebook = await open(imports, comparison);
    await found(notebook, 1);
    assert.deepEqual(await client.actions(cell, undefined), []);
  });

  it("publish nothing of a state that is past: the last edit counts", async () => {
    const notebook = await open(imports, comparison);
    for (let round = 0; round < 20; round++) {
      await notebook.edit(1, `${comparison}  # ${round}`);
    }
    await notebook.edit(1, "pass");
    assert.deepEqual(await client.current(cellOf(notebook, 1)), []);
    assert.deepEqual(await client.current(cellOf(notebook, 0)), []);
  });

  it("take their findings back when they are closed", async () => {
    const notebook = await open(imports, comparison);
    await found(notebook, 1);
    await notebook.close();
    await nothing(notebook, 1);
  });

  it("may be in no file", async () => {
    const notebook = await openNotebook(client, "untitled:Untitled-1.ipynb", [imports, comparison]);
    await found(notebook, 1);
  });

  it("are checked on saving where the settings say so, and left out where the configuration does", async () => {
    client.write("sketches/.preflight/config.yaml", "exclude: ['*.ipynb']\n");
    const notebook = await openNotebook(client, client.uri("sketches/idea.ipynb"), [imports, comparison]);
    const { reason } = await client.untilStatus(notebook.uri, ({ state }) => state === "excluded");
    assert.match(reason ?? "", /config\.yaml excludes this file/);

    const saved = await open(imports, "pass");
    assert.deepEqual(await client.current(cellOf(saved, 1)), []);
    await client.setSettings({ run: "onSave" });
    await saved.edit(1, comparison);
    // A hover has to know what is there, and shows nothing of it elsewhere.
    assert.match((await client.hover(cellOf(saved, 1), 1, 12)) ?? "", /NaN/);
    await saved.save();
    await found(saved, 1);
    await client.setSettings({});
  });

  it("explain a finding in its cell on hover, and a rule in a comment", async () => {
    const notebook = await open(imports, `${comparison}\n\n# preflight: ignore-file[fit-before-split]\n`);
    await found(notebook, 1);
    assert.match((await client.hover(cellOf(notebook, 1), 1, 12)) ?? "", /np\.isnan/);
    assert.match((await client.hover(cellOf(notebook, 1), 3, 30)) ?? "", /split/);
    assert.equal(await client.hover(cellOf(notebook, 0), 0, 3), undefined);
  });

  it("are repaired in the cell of the finding", async () => {
    const notebook = await open(imports, comparison);
    const cell = cellOf(notebook, 1);
    const [finding] = await found(notebook, 1);
    const repair = action(await client.actions(cell, finding), "Replace by");
    assert.equal(applyAction(comparison, repair, cell), comparison.replace("value == np.nan", "np.isnan(value)"));
    const [change] = repair?.edit?.documentChanges ?? [];
    assert.ok(change !== undefined && "textDocument" in change);
    assert.equal(change.textDocument.version, 1);
  });

  it("have a rule suppressed on a line of a cell", async () => {
    const notebook = await open(imports, comparison);
    const cell = cellOf(notebook, 1);
    const [finding] = await found(notebook, 1);
    const suppress = action(await client.actions(cell, finding), `Suppress \`${nanRule}\` on this line`);
    const text = applyAction(comparison, suppress, cell);
    assert.equal(text, `${comparison}  # preflight: ignore[${nanRule}]`);
    await notebook.edit(1, text);
    assert.deepEqual(await client.current(cell), []);
  });

  it("have a rule suppressed as a whole, in their first cell of Python below its magic", async () => {
    const notebook = await open("%%bash\nls", `%%capture\n${imports}`, comparison);
    const [finding] = await found(notebook, 2);
    const suppress = action(await client.actions(cellOf(notebook, 2), finding), `Suppress \`${nanRule}\` in this file`);
    const text = applyAction(`%%capture\n${imports}`, suppress, cellOf(notebook, 1));
    assert.equal(text, `%%capture\n# preflight: ignore-file[${nanRule}]\n${imports}`);
    await notebook.edit(1, text);
    await nothing(notebook, 2);
  });

  it("offer to explain, with the place in the cell", async () => {
    const notebook = await open(imports, comparison);
    const [finding] = await found(notebook, 1);
    const explain = action(await client.actions(cellOf(notebook, 1), finding), "Explain");
    assert.deepEqual(explain?.command?.arguments, [
      nanRule,
      { uri: cellOf(notebook, 1), position: { line: 1, character: 11 } },
    ]);
  });

  it("answer for all safe fixes of a cell and of the notebook", async () => {
    const kinds = client.initialized.capabilities.codeActionProvider;
    assert.ok(typeof kinds === "object" && kinds.codeActionKinds?.includes("notebook.source.fixAll.mlPreflight"));
    const notebook = await open(imports, comparison);
    await found(notebook, 1);
    assert.deepEqual(await client.actions(cellOf(notebook, 1), undefined, ["source.fixAll"]), []);
    assert.deepEqual(await client.actions(cellOf(notebook, 0), undefined, ["notebook.source.fixAll"]), []);
  });

  it("tell what is known of them, asked in any cell", async () => {
    const notebook = await open(imports, "values = np.zeros(3)");
    const params = { uri: cellOf(notebook, 1) };
    assert.match(await client.connection.sendRequest<string>(modelRequest, params), /values/);
  });

  it("stay as they are when a cell is run, and follow what comes after", async () => {
    const notebook = await open(imports, comparison);
    await found(notebook, 1);
    await notebook.run(1, 7);
    await notebook.edit(0, "");
    await nothing(notebook, 1);
  });
});
