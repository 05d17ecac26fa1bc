import assert from "node:assert/strict";
import { MAX_DEPTH } from "../../../src/syntax/python/depth.js";
import { Kind } from "../../../src/syntax/python/kind.js";
import { parsePython } from "../../../src/syntax/python/parse.js";
import { descendants, unsoundSpans } from "./walk.js";

const MANY = 100_000;

function height(root: object): number {
  let highest = 0;
  for (const { depth } of descendants(root)) highest = Math.max(highest, depth);
  return highest;
}

describe("parsePython: nesting", function () {
  // Large inputs, on machines that may be busy.
  this.timeout(60_000);

  const deep: Readonly<Record<string, string>> = {
    parentheses: "(".repeat(MANY) + ")".repeat(MANY),
    "unclosed parentheses": "(".repeat(MANY),
    lists: "[".repeat(MANY) + "]".repeat(MANY),
    dicts: "{1:".repeat(MANY) + "}".repeat(MANY),
    calls: "f(".repeat(MANY) + ")".repeat(MANY),
    "keyword arguments": "f(a=".repeat(MANY),
    subscripts: "a[".repeat(MANY) + "]".repeat(MANY),
    "chained calls": `a${"()".repeat(MANY)}`,
    "chained subscripts": `a${"[0]".repeat(MANY)}`,
    attributes: `a${".b".repeat(MANY)}`,
    additions: `${"a + ".repeat(MANY)}a`,
    powers: `${"a ** ".repeat(MANY)}a`,
    signs: `${"-".repeat(MANY)}a`,
    negations: `${"not ".repeat(MANY)}a`,
    lambdas: `${"lambda: ".repeat(MANY)}a`,
    "defaults of lambdas": "lambda a=".repeat(MANY),
    conditionals: `${"a if b else ".repeat(MANY)}a`,
    elif: `if a: pass\n${"elif a: pass\n".repeat(MANY)}else: pass`,
    blocks: Array.from({ length: 2000 }, (_, level) => `${" ".repeat(level)}if a:\n`).join(""),
    "f-strings": 'f"{'.repeat(MANY),
    "f-strings over lines": 'f"""{(\n'.repeat(2000),
    "f-strings over lines in brackets": `x = (\n${'  f"{(\n'.repeat(2000)}`,
    formats: `f"${"{a:".repeat(MANY)}"`,
    patterns: `match x:\n case ${"[".repeat(MANY)}${"]".repeat(MANY)}: pass`,
    "class patterns": `match x:\n case ${"A(".repeat(MANY)}: pass`,
    "names in patterns": `match x:\n case a${".b".repeat(MANY)}: pass`,
    "long chains in brackets": "(".repeat(150) + `a${" + a".repeat(300)})`.repeat(150),
  };
  for (const [name, text] of Object.entries(deep)) {
    it(`${name} give an error and a tree that is not too deep`, () => {
      const { module, errors } = parsePython(`${text}\n\ndef after(): pass\n`);
      assert.notEqual(errors.length, 0);
      assert.ok(module.body.length > 0);
      assert.ok(height(module) < 2 * MAX_DEPTH, `height ${height(module)}`);
      assert.deepEqual(unsoundSpans(module, text.length + 20), []);
    });
  }

  const wide: Readonly<Record<string, string>> = {
    or: `${"a or ".repeat(MANY)}a`,
    comparisons: `${"a < ".repeat(MANY)}a`,
    assignments: `${"a = ".repeat(MANY)}a`,
    arguments: `f(${"a, ".repeat(MANY)})`,
    strings: '"a" '.repeat(MANY),
    decorators: `${"@a\n".repeat(MANY)}def f(): pass`,
    conditions: `[a for a in b${" if c".repeat(MANY)}]`,
    backslashes: `x = \\\n${"\\\n".repeat(MANY)}1`,
  };
  for (const [name, text] of Object.entries(wide)) {
    it(`many ${name} are no nesting`, () => {
      const { module, errors } = parsePython(text);
      assert.deepEqual(errors, []);
      assert.ok(height(module) < 10);
    });
  }

  it("says where it becomes too deep, and goes on behind it", () => {
    const text = `x = ${"[".repeat(300)}${"]".repeat(300)}\ny = 1\n`;
    const { module, errors } = parsePython(text);
    assert.deepEqual(errors, [{ offset: 204, message: "This is nested too deep to be analysed." }]);
    assert.deepEqual(
      module.body.map(({ start, end }) => [start, end]),
      [
        [0, 604],
        [605, 610],
      ],
    );
  });

  it("nests as deep as CPython allows", () => {
    assert.deepEqual(parsePython(`${"[".repeat(200)}${"]".repeat(200)}`).errors, []);
    assert.deepEqual(parsePython(`x = ${"a + ".repeat(900)}a\ny = a${".b".repeat(900)}`).errors, []);
    assert.deepEqual(parsePython(`if a: pass\n${"elif b: pass\n".repeat(900)}else: pass`).errors, []);
  });
});

describe("parsePython: odd text", () => {
  function kinds(text: string): Kind[] {
    return parsePython(text).module.body.map(({ kind }) => kind);
  }

  it("reports a run of NUL characters once and reads on", () => {
    const { module, errors } = parsePython("a = 1\n\0\0\0\0\nb = 2\n");
    assert.deepEqual(errors, [{ offset: 6, message: "This character has no meaning here." }]);
    assert.deepEqual(kinds("a = 1\n\0\0\0\0\nb = 2\n"), [Kind.Assign, Kind.Assign]);
    assert.equal(module.end, 17);
  });

  it("reports typographic quotes and reads on", () => {
    assert.deepEqual(kinds("a = “b”\nc = 1"), [Kind.Assign, Kind.Assign]);
    assert.equal(parsePython("a = “b”\nc = 1").errors.length, 2);
  });

  it("limits the number of errors", () => {
    assert.ok(parsePython("$ a\n".repeat(MANY)).errors.length <= 500);
  });

  it("survives lone surrogates, also as names", () => {
    assert.deepEqual(kinds("a = '\ud800'\n\udc00 = 1\nb"), [Kind.Assign, Kind.Assign, Kind.Expr]);
  });

  it("reads nothing from nothing", () => {
    for (const text of ["", "\n", "\r", "   ", "\uFEFF", "\\\n", "# comment", "\f"]) {
      assert.deepEqual(parsePython(text).errors, [], JSON.stringify(text));
      assert.deepEqual(kinds(text), []);
    }
  });

  it("keeps the names of one text apart from those of another", () => {
    const names = Array.from({ length: 5000 }, (_, index) => `name_${index}`);
    const { module } = parsePython(names.join("\n"));
    const read = module.body.map((node) =>
      node.kind === Kind.Expr && node.value.kind === Kind.Name ? node.value.id : "",
    );
    assert.deepEqual(read, names);
  });
});
