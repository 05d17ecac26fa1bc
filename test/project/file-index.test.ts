import assert from "node:assert/strict";
import { type FileIndex, openFileIndex } from "../../src/project/file-index.js";
import { summaryOf } from "../../src/project/summary.js";
import { readPython } from "../../src/syntax/python/lower.js";

const seeding = "import torch\n\ntorch.manual_seed(1)\n";

describe("the index of files", () => {
  let told: (readonly [string, readonly string[]])[];
  let index: FileIndex;
  beforeEach(() => {
    told = [];
    index = openFileIndex((path, { seeds }) => told.push([path, seeds]));
  });

  const note = (path: string, text: string): object => index.note(path, text, summaryOf(readPython(text)));

  it("knows a file by its content", () => {
    assert.deepEqual(note("/a.py", "x = 1\n"), { content: true, facts: false });
    assert.ok(index.isKnown("/a.py", "x = 1\n"));
    assert.ok(!index.isKnown("/a.py", "x = 2\n"));
    assert.ok(!index.isKnown("/b.py", "x = 1\n"));
    assert.deepEqual(note("/a.py", "x = 1\n"), { content: false, facts: false });
    assert.deepEqual(note("/a.py", "x = 2\n"), { content: true, facts: false });
  });

  it("tells texts apart that differ in the order of their letters, or in one of them", () => {
    const texts = ["ab = 1\n", "ba = 1\n", "ab = 2\n", "\u0100b = 1\n", "ab = 1\n\n", ""];
    for (const text of texts) {
      note("/a.py", text);
      assert.deepEqual(
        texts.filter((other) => index.isKnown("/a.py", other)),
        [text],
      );
    }
  });

  it("tells of facts when they change, and takes them back with the file", () => {
    assert.deepEqual(note("/a.py", seeding), { content: true, facts: true });
    assert.deepEqual(note("/a.py", `${seeding}x = 1\n`), { content: true, facts: false });
    assert.deepEqual(index.forget("/a.py"), { content: true, facts: true });
    assert.deepEqual(index.forget("/a.py"), { content: false, facts: false });
    assert.deepEqual(told, [
      ["/a.py", ["torch"]],
      ["/a.py", []],
    ]);
  });
});
