import { deepEqual, equal, match, ok } from "node:assert/strict";
import { readNotebook } from "../../../src/syntax/notebook/read-notebook.js";
import type { NotebookCell } from "../../../src/syntax/notebook/notebook.js";

const file = (cells: readonly object[], metadata: object = {}): string =>
  JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells });
const code = (source: unknown, more: object = {}): object => ({ cell_type: "code", source, outputs: [], ...more });

function cells(text: string): readonly NotebookCell[] {
  const notebook = readNotebook(text);
  if ("problem" in notebook) throw new Error(notebook.problem);
  return notebook.cells;
}

function problem(text: string): string {
  const notebook = readNotebook(text);
  return "problem" in notebook ? notebook.problem : "none";
}

describe("reading a notebook", () => {
  it("takes sources as texts and as lines", () =>
    deepEqual(
      cells(file([code("a = 1\nb = 2"), code(["a = 1\n", "b = 2"]), code(7)])).map(({ text }) => text),
      ["a = 1\nb = 2", "a = 1\nb = 2", ""],
    ));

  it("reads format 3, with its sheets, inputs, prompt numbers and headings", () => {
    const sheet = {
      cells: [
        { cell_type: "heading", level: 1, source: "Churn" },
        { cell_type: "code", input: ["x = 1"], prompt_number: 4, language: "python", outputs: [] },
      ],
    };
    const [heading, only] = cells(JSON.stringify({ nbformat: 3, metadata: {}, worksheets: [sheet] }));
    equal(heading?.text, "# Churn");
    deepEqual([only?.text, only?.executionCount, only?.language], ["x = 1", 4, "python"]);
  });

  it("knows the language from the kernel, from the cell, and takes the unknown for Python", () => {
    const language = (metadata: object, more: object = {}): string | undefined =>
      cells(file([code("x", more)], metadata))[0]?.language;
    equal(language({}), "python");
    equal(language({ kernelspec: { name: "python3", display_name: "Python 3" } }), "python");
    equal(language({ kernelspec: { name: "conda-env-ml-py" } }), "python");
    equal(language({ language_info: { name: "R" } }), "r");
    equal(language({ kernelspec: { name: "julia-1.9", language: "julia" } }), "julia");
    equal(language({ "application/vnd.databricks.v1+notebook": { language: "scala" } }), "scala");
    equal(language({}, { metadata: { vscode: { languageId: "shellscript" } } }), "shellscript");
  });

  it("keeps what the outputs say in text", () => {
    const outputs = [
      { output_type: "stream", name: "stdout", text: ["0    900\n", "1    100\n"] },
      { output_type: "display_data", data: { "image/png": "iVBORw0KGgo=" } },
      { output_type: "execute_result", data: { "text/plain": "(1000, 12)" } },
      { output_type: "error", ename: "ValueError", evalue: "no rows", traceback: [] },
    ];
    deepEqual(cells(file([code("df.shape", { outputs })]))[0]?.outputs, [
      "0    900\n1    100\n",
      "(1000, 12)",
      "ValueError: no rows",
    ]);
  });

  it("says what is wrong with a file that is no notebook", () => {
    equal(problem(""), "it is empty");
    match(problem('{"cells": [{"cell_type": "code", "sour'), /^its JSON is broken: /);
    equal(problem("[1, 2]"), "it is no notebook: its JSON is not an object");
    equal(problem('{"cells": 3}'), "it is no notebook: it has no list of cells");
  });

  it("loses only the cell in which something is odd", () => {
    const odd = [null, 3, { cell_type: "code" }, { cell_type: 4, source: "x" }, code("y = 1", { outputs: "none" })];
    const read = cells(file([...odd, code("z = 2", { execution_count: "third" })] as object[]));
    equal(read.length, 6);
    deepEqual(
      read.map(({ text }) => text),
      ["", "", "", "x", "y = 1", "z = 2"],
    );
    ok(read.every(({ executionCount }) => executionCount === undefined));
  });
});
