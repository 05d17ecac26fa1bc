import assert from "node:assert/strict";
import { readSuppressions } from "../../src/engine/suppress.js";
import { readPython } from "../../src/syntax/python/lower.js";
import { LineIndex } from "../../src/syntax/line-index.js";

describe("readSuppressions", () => {
  it("covers findings that begin on the comment's line, of the rules it names", () => {
    const covers = suppressionsOf("a = f(\n  1)  # preflight: ignore[x]\nb = f(  # preflight: ignore[x]\n  1)\n");
    assert.equal(covers("x", "a = f("), false);
    assert.equal(covers("x", "b = f("), true);
    assert.equal(covers("y", "b = f("), false);
  });

  it("covers the line below a comment of its own", () => {
    const covers = suppressionsOf("a = 1\n# preflight: ignore[x]\n# preflight: ignore[y]\nb = 2\nc = 3\n");
    assert.deepEqual(
      ["a", "b", "c"].map((name) => [covers("x", name), covers("y", name)]),
      [
        [false, false],
        [true, true],
        [false, false],
      ],
    );
  });

  it("covers a whole file", () => {
    const covers = suppressionsOf("a = 1\nb = 2\n# preflight: ignore-file[x]\n");
    assert.equal(covers("x", "a"), true);
    assert.equal(covers("y", "a"), false);
  });

  it("covers nothing when no rule is named", () => {
    const covers = suppressionsOf("a = 1  # preflight: ignore\n");
    assert.equal(covers("x", "a"), false);
  });

  it("does not read strings", () => {
    const covers = suppressionsOf('a = "# preflight: ignore[x]"\n');
    assert.equal(covers("x", "a"), false);
  });
});

function suppressionsOf(text: string): (rule: string, at: string) => boolean {
  const suppressions = readSuppressions(readPython(text), new LineIndex(text));
  return (rule, at) =>
    suppressions.covering(rule, { start: text.indexOf(at), end: text.indexOf(at) + at.length }) !== undefined;
}
