import assert from "node:assert/strict";
import type { Finding, FixSafety } from "../../src/rules/rule.js";
import { fixAllEdits } from "../../src/server/fix-all.js";

type Edit = Finding["fixes"][number]["edits"][number];

/** An edit of columns in the first line. */
function edit(start: number, end: number, newText: string, path = "a.py"): Edit {
  return { path, start: { line: 1, column: start }, end: { line: 1, column: end }, newText };
}

function finding(safety: FixSafety, ...edits: readonly Edit[]): Finding {
  const at = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
  const fixes = [{ title: "", safety, edits }];
  return {
    ...at,
    rule: "x",
    path: "a.py",
    severity: "warning",
    message: "",
    stage: "data",
    guide: "",
    related: [],
    fixes,
  };
}

function textsOf(...findings: readonly Finding[]): string[] {
  return fixAllEdits(findings, "a.py").map(({ newText }) => newText);
}

describe("all safe fixes at once", () => {
  it("leave out what only suggests", () => {
    assert.deepEqual(textsOf(finding("suggestion", edit(1, 2, "a")), finding("safe", edit(3, 4, "b"))), ["b"]);
  });

  it("leave out a fix that overlaps one before it, with all of its edits", () => {
    const first = finding("safe", edit(1, 5, "a"));
    assert.deepEqual(textsOf(first, finding("safe", edit(4, 6, "b"), edit(9, 9, "c"))), ["a"]);
    assert.deepEqual(textsOf(first, finding("safe", edit(5, 6, "b"))), ["a", "b"]);
    assert.deepEqual(textsOf(finding("safe", edit(3, 3, "a")), finding("safe", edit(3, 3, "b"))), ["a"]);
  });

  it("make an edit that two of them share once", () => {
    const shared = edit(1, 1, "import a");
    assert.deepEqual(textsOf(finding("safe", shared, edit(5, 6, "b")), finding("safe", shared, edit(7, 8, "c"))), [
      "import a",
      "b",
      "c",
    ]);
  });

  it("stay in the document", () => {
    assert.deepEqual(textsOf(finding("safe", edit(1, 2, "a"), edit(1, 2, "b", "other.py"))), []);
  });

  it("stay in the cell that is asked for, and do not mix up the lines of others", () => {
    const inCell = (cell: number, start: number): Edit => ({ ...edit(start, start + 2, `cell ${cell}`), cell });
    const found = [
      finding("safe", inCell(1, 1)),
      finding("safe", inCell(2, 1)),
      finding("safe", inCell(1, 5), inCell(2, 5)),
    ];
    const texts = (cell?: number): string[] => fixAllEdits(found, "a.py", cell).map(({ newText }) => newText);
    assert.deepEqual(texts(), ["cell 1", "cell 2", "cell 1", "cell 2"]);
    assert.deepEqual(texts(2), ["cell 2"]);
  });

  it("count lines from 0, as editors do", () => {
    assert.deepEqual(fixAllEdits([finding("safe", edit(3, 4, "b"))], "a.py")[0]?.range.start, {
      line: 0,
      character: 2,
    });
  });
});
