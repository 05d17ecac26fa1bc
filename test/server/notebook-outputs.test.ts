import assert from "node:assert/strict";
import type { Diagnostic } from "vscode-languageserver";
import { analyze } from "../../src/engine/analyze.js";
import { parseFile } from "../../src/project/parse.js";
import { rules } from "../../src/rules/index.js";
import { emptyWorkspace } from "../../src/semantics/workspace.js";
import { type LspClient, startClient } from "./lsp-client.js";
import { type NotebookEditor, openNotebook } from "./notebook-client.js";

interface StoredCell {
  readonly source: string;
  readonly count: number;
  readonly output?: string;
}

const some = (found: readonly Diagnostic[]): boolean => found.length > 0;
const none = (found: readonly Diagnostic[]): boolean => found.length === 0;

const cells: readonly StoredCell[] = [
  { source: "import keras\nfrom birds import inputs, prices", count: 1 },
  { source: 'model = keras.Sequential([keras.layers.Dense(1)])\nmodel.compile(loss="mse")', count: 2 },
  { source: "model.fit(inputs, prices)", count: 3, output: "25/25 - loss: nan\n" },
];

/** A file as Jupyter writes it. */
function ipynb(stored: readonly StoredCell[]): string {
  return JSON.stringify({
    nbformat: 4,
    metadata: { kernelspec: { language: "python", name: "python3" } },
    cells: stored.map(({ source, count, output }) => ({
      ...{ cell_type: "code", metadata: {}, execution_count: count, source: source.split(/(?<=\n)/) },
      outputs: output === undefined ? [] : [{ output_type: "stream", name: "stdout", text: [output] }],
    })),
  });
}

describe("what the cells of an open notebook put out", () => {
  let client: LspClient;
  let count = 0;
  before(async () => {
    client = await startClient();
  });
  after(() => client.stop());

  const open = (stored: readonly StoredCell[], shown = stored): Promise<NotebookEditor> => {
    const uri = client.write(`outputs-${count++}.ipynb`, ipynb(stored));
    return openNotebook(
      client,
      uri,
      shown.map(({ source, count: executionOrder }) => ({ text: source, executionOrder })),
    );
  };
  const until = (notebook: NotebookEditor, index: number, wanted: typeof some): Promise<readonly Diagnostic[]> =>
    client.until(notebook.cells()[index] ?? "", wanted);

  it("is read from its file, so that the editor says what the command line says", async () => {
    const notebook = await open(cells);
    const shown = await until(notebook, 2, some);
    const form = await parseFile(ipynb(cells), "outputs.ipynb");
    assert.ok("body" in form);
    const found = analyze(
      { path: "outputs.ipynb", form },
      {
        rules: new Map(rules.map((rule) => [rule, rule.meta.severity])),
        workspace: emptyWorkspace,
        onRuleError: (id) => {
          throw new Error(`${id} threw`);
        },
      },
    ).filter(({ rule }) => rule === "notebook-nan-loss");
    assert.deepEqual(
      shown.map(({ code, range: { start, end }, message }) => [
        ...[code, 3, start.line + 1, start.character + 1, end.line + 1, end.character + 1, message],
      ]),
      found.map(({ rule, cell, start, end, message }) => [
        ...[rule, cell, start.line, start.column, end.line, end.column, message],
      ]),
    );
  });

  it("is that of the same cell, wherever it stands now", async () => {
    const notebook = await open(cells);
    await until(notebook, 2, some);
    await notebook.insert(0, { text: "import os" });
    await until(notebook, 3, some);
  });

  it("is not known any more when the cell is edited, or run again, until the notebook is saved", async () => {
    const notebook = await open(cells);
    await until(notebook, 2, some);
    await notebook.edit(2, "model.fit(inputs, prices, epochs=2)");
    await until(notebook, 2, none);
    await notebook.edit(2, cells[2]?.source ?? "");
    await until(notebook, 2, some);
    await notebook.run(2, 4);
    await until(notebook, 2, none);
    client.write(`outputs-${count - 1}.ipynb`, ipynb([...cells.slice(0, 2), { ...cells[2]!, count: 4 }]));
    await notebook.save();
    await notebook.run(2, 3);
    assert.deepEqual(await client.current(notebook.cells()[2] ?? ""), []);
    client.write(`outputs-${count - 1}.ipynb`, ipynb(cells));
    await notebook.save();
    await until(notebook, 2, some);
  });

  it("is read again when something else writes the file", async () => {
    const clean = cells.map(({ source, count: order }) => ({ source, count: order }));
    const notebook = await open(clean, cells);
    await client.current(notebook.cells()[2] ?? "");
    client.write(`outputs-${count - 1}.ipynb`, ipynb(cells));
    await client.watched([notebook.uri, "changed"]);
    await until(notebook, 2, some);
  });

  it("is outdated where a cell above was edited since it ran, as a team with preset strict is told", async () => {
    client.write("strict/.preflight/config.yaml", "preset: strict\nrules: { notebook-no-problem-statement: off }\n");
    const told: readonly StoredCell[] = [
      { source: "import numpy as np", count: 1 },
      { source: "rows = np.zeros(3)", count: 2 },
      { source: "rows.mean()", count: 3 },
    ];
    const uri = client.write("strict/edited.ipynb", ipynb(told));
    const notebook = await openNotebook(
      client,
      uri,
      told.map(({ source, count: executionOrder }) => ({ text: source, executionOrder })),
    );
    assert.deepEqual(await client.current(notebook.cells()[1] ?? ""), []);
    await notebook.edit(1, "rows = np.ones(3)");
    const [changed] = await until(notebook, 1, some);
    assert.equal(changed?.code, "notebook-not-executed");
    await notebook.edit(1, "rows = np.zeros(3)");
    await until(notebook, 1, none);
  });

  it("is known with the counts of an earlier session, which editors do not tell", async () => {
    const told: readonly StoredCell[] = [
      { source: "import numpy as np", count: 1 },
      { source: "rows = np.zeros(3)", count: 9 },
      { source: "rows.mean()", count: 3 },
    ];
    const uri = client.write("counts.ipynb", ipynb(told));
    const notebook = await openNotebook(
      client,
      uri,
      told.map(({ source }) => source),
    );
    const [outdated] = await until(notebook, 2, some);
    assert.equal(outdated?.code, "notebook-out-of-order");
    // Whoever edits a cell will run it, so its count says nothing of the new text.
    await notebook.edit(2, "rows.mean() + 1");
    await until(notebook, 2, none);
    await notebook.edit(2, "rows.mean()");
    await until(notebook, 2, some);
    await notebook.edit(1, "rows = np.ones(3)");
    await until(notebook, 2, none);
    await notebook.run(1, 10);
    await notebook.run(2, 4);
    await until(notebook, 2, some);
    await notebook.edit(2, "rows.sum()");
    await until(notebook, 2, none);
  });

  it("is unknown of a notebook whose file is broken, and of one without a file", async () => {
    const uri = client.write("broken-outputs.ipynb", "{");
    const broken = await openNotebook(client, uri, ["import numpy as np", "1 == np.nan"]);
    await until(broken, 1, some);
    const unsaved = await openNotebook(client, "untitled:Untitled-1.ipynb", ["import numpy as np", "1 == np.nan"]);
    await until(unsaved, 1, some);
  });
});
