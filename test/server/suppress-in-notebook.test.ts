import assert from "node:assert/strict";
import { suppressInNotebook } from "../../src/server/suppress-in-notebook.js";
import { applyOffsetEdit } from "../../src/server/workspace-edit.js";
import { notebookForm } from "../../src/syntax/notebook/notebook-form.js";

/** The cells with the rule `x` suppressed in all of them; `undefined` when there is no place for the comment. */
function suppressed(...texts: readonly string[]): readonly string[] | undefined {
  const cells = texts.map((text) => ({
    ...({ kind: "code", language: "python", text, executionCount: undefined, outputs: [] } as const),
  }));
  const edit = suppressInNotebook(notebookForm({ cells }), "x");
  return edit && texts.map((text, index) => (index + 1 === edit.cell ? applyOffsetEdit(text, edit) : text));
}

describe("suppressing a rule in a whole notebook", () => {
  for (const [what, before, after] of [
    ["at the top of the first cell", ["a = 1", "b = 1"], ["# preflight: ignore-file[x]\na = 1", "b = 1"]],
    ["in a cell that is empty", [""], ["# preflight: ignore-file[x]"]],
    ["below the magic of a cell", ["%%time\na = 1"], ["%%time\n# preflight: ignore-file[x]\na = 1"]],
    ["below magic that is all there is", ["%%time"], ["%%time\n# preflight: ignore-file[x]"]],
    ["above the magic of a line", ["%matplotlib inline"], ["# preflight: ignore-file[x]\n%matplotlib inline"]],
    ["with the line ends of the cell", ["a = 1\r\nb = 2"], ["# preflight: ignore-file[x]\r\na = 1\r\nb = 2"]],
    [
      "not in a cell of another language",
      ["%%bash\nls", "a = 1"],
      ["%%bash\nls", "# preflight: ignore-file[x]\na = 1"],
    ],
    [
      "in the comment that is there, in whatever cell",
      ["a = 1", "b = 1\n# preflight: ignore-file[y]"],
      ["a = 1", "b = 1\n# preflight: ignore-file[y, x]"],
    ],
  ] as const) {
    it(what, () => assert.deepEqual(suppressed(...before), after));
  }

  it("nowhere, where no cell is Python", () => assert.equal(suppressed("%%bash\nls", "%%html\n<p>"), undefined));
});
