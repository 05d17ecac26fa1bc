import { deepEqual, equal } from "node:assert/strict";
import type { FormModule } from "../../../src/syntax/form.js";
import { notebookForm } from "../../../src/syntax/notebook/notebook-form.js";
import { positionsOf } from "../../../src/syntax/positions.js";

const formOf = (...texts: readonly string[]): FormModule =>
  notebookForm({
    cells: texts.map((text) => ({ kind: "code", language: "python", text, executionCount: undefined, outputs: [] })),
  });

/** The code of each statement, as it stands in the module. */
const statements = ({ body, text }: FormModule): readonly string[] =>
  body.map(({ start, end }) => text.slice(start, end));

describe("the module of a notebook", () => {
  it("has the statements of all cells, each under its cell and line", () => {
    const form = formOf("a = 1\nb = 2", "", "c = 3\r\nd = 4\n");
    deepEqual(statements(form), ["a = 1", "b = 2", "c = 3", "d = 4"]);
    const places = positionsOf(form);
    deepEqual(
      form.body.map((statement) => places.range(statement)),
      [
        { cell: 1, start: { line: 1, column: 1 }, end: { line: 1, column: 6 } },
        { cell: 1, start: { line: 2, column: 1 }, end: { line: 2, column: 6 } },
        { cell: 3, start: { line: 1, column: 1 }, end: { line: 1, column: 6 } },
        { cell: 3, start: { line: 2, column: 1 }, end: { line: 2, column: 6 } },
      ],
    );
  });

  it("reads each cell on its own, whatever is broken in another", () => {
    const form = formOf("a = 1", "print((a,\nif", 'text = """no end', "def f(:\n  x = [", "b = 2");
    const said = statements(form);
    equal(said[0], "a = 1");
    equal(said.at(-1), "b = 2");
    const places = positionsOf(form);
    deepEqual(
      [...new Set(form.errors.map(({ offset }) => places.range({ start: offset, end: offset }).cell))],
      [2, 3, 4],
    );
  });

  it("blanks magics, shell lines and help, and keeps what they time or assign", () => {
    const form = formOf(
      "%matplotlib inline\n!pip install x\nframe = load()",
      "frame.head?\n?frame\nfiles = !ls data",
      "if ready:\n    !make data\n    %cd ..\n    train()",
      "%time model = fit(frame)\n%timeit -n 10 -r 3 score(model)\n%prun -s cumulative fit(frame)",
      "%%time\nfit(frame)",
      "%%capture out\nfit(frame)",
      "%load_ext autoreload\n%autoreload 2\nx = 1 % 2\nawait fit(frame)",
    );
    deepEqual(form.errors, []);
    const calls = (text: string): number => form.body.filter(({ start }) => form.text.startsWith(text, start)).length;
    equal(calls("model = fit(frame)"), 1);
    equal(calls("score(model)"), 1);
    equal(calls("fit(frame)"), 3);
    equal(calls("x = 1 % 2"), 1);
    equal(calls("files = "), 1);
  });

  it("leaves out cells that are in another language", () => {
    const form = formOf(
      "%%bash\nfor f in *; do echo $f; done",
      "%%writefile train.py\nimport torch",
      "%%html\n<b>x</b>",
      "%%sql\nselect 1",
      "%sql\nselect a from b",
      "%md ## Data\nsome words",
      "%sh ls",
      "x = 1",
    );
    deepEqual(form.errors, []);
    equal(form.body.filter(({ kind }) => kind === "Assign").length, 1);
    equal(form.body.filter(({ kind }) => kind === "Import").length, 0);
  });

  it("knows the kinds, counts and outputs of all cells", () => {
    const form = notebookForm({
      cells: [
        { kind: "markdown", language: "python", text: "# Churn", executionCount: undefined, outputs: [] },
        { kind: "code", language: "python", text: "x = 1", executionCount: 3, outputs: ["1"] },
        { kind: "code", language: "r", text: "y <- 1", executionCount: 4, outputs: [] },
      ],
    });
    deepEqual(
      form.notebook?.map(({ cell, kind, prose, executionCount }) => [cell, kind, prose, executionCount]),
      [
        [1, "markdown", "# Churn", undefined],
        [2, "code", "", 3],
        [3, "other", "y <- 1", 4],
      ],
    );
    equal(form.text, "x = 1\n");
  });
});
