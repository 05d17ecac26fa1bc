import assert from "node:assert/strict";
import { parsePython } from "../../../src/syntax/python/parse.js";
import { dumpNode } from "./dump.js";
import { unsoundSpans } from "./walk.js";

function dump(text: string, ipython = false): { dump: string; errors: string[] } {
  const { module, errors } = parsePython(text, { ipython });
  assert.deepEqual(unsoundSpans(module, text.length), []);
  return {
    dump: module.body.map((node) => dumpNode(node, text, { fieldsHavePlaces: true })).join("\n"),
    errors: errors.map(({ offset, message }) => `${offset}: ${message}`),
  };
}

function sound(text: string): string {
  const result = dump(text);
  assert.deepEqual(result.errors, []);
  return result.dump;
}

describe("parsePython: syntax newer than the golden dumps", () => {
  it("t-strings", () => {
    const text = 't"a{b!r:>{c}}d"';
    assert.equal(
      sound(text),
      "(Expr@0-15 (JoinedStr@0-15 [(FormattedValue@3-13 (Name@4-5 b) r " +
        '(JoinedStr@7-12 [(FormattedValue@9-12 (Name@10-11 c)  ~)] [">",""]))] ["a","d"]))',
    );
    assert.match(JSON.stringify(parsePython(text).module), /"isTemplate":true/);
    assert.doesNotMatch(JSON.stringify(parsePython('f"{b}"').module), /"isTemplate":true/);
    assert.equal(sound('tr"\\d{a}"'), '(Expr@0-9 (JoinedStr@0-9 [(FormattedValue@5-8 (Name@6-7 a)  ~)] ["\\\\d",""]))');
  });

  it("exceptions without parentheses", () => {
    assert.equal(
      sound("try: a\nexcept A, b.C, D: c"),
      "(Try@0-26 [(Expr@5-6 (Name@5-6 a))] [(ExceptHandler@7-26 (Tuple@14-23 [(Name@14-15 A) " +
        "(Attribute@17-20 (Name@17-18 b) C) (Name@22-23 D)]) ~ [(Expr@25-26 (Name@25-26 c))])] [] [])",
    );
    assert.equal(
      sound("try: a\nexcept* A, B: c"),
      "(TryStar@0-22 [(Expr@5-6 (Name@5-6 a))] [(ExceptHandler@7-22 (Tuple@15-19 [(Name@15-16 A) (Name@18-19 B)]) ~ " +
        "[(Expr@21-22 (Name@21-22 c))])] [] [])",
    );
  });
});

describe("parsePython: Python 2", () => {
  const cases: readonly (readonly [string, string])[] = [
    ['print "a", b', '(Expr@0-12 (Invalid@0-12 [(Constant@6-9 str "a") (Name@11-12 b)]))'],
    ["print x % y,", "(Expr@0-12 (Invalid@0-12 [(BinOp@6-11 (Name@6-7 x) Mod (Name@10-11 y))]))"],
    ["exec code in ns", "(Expr@0-15 (Invalid@0-15 [(Compare@5-15 (Name@5-9 code) [In] [(Name@13-15 ns)])]))"],
    ['raise E, "m", tb', '(Raise@0-16 (Invalid@6-16 [(Name@6-7 E) (Constant@9-12 str "m") (Name@14-16 tb)]) ~)'],
    [
      "try: a\nexcept A, e: b",
      "(Try@0-21 [(Expr@5-6 (Name@5-6 a))] [(ExceptHandler@7-21 (Name@14-15 A) e [(Expr@20-21 (Name@20-21 b))])] [] [])",
    ],
    ["`a`", "(Expr@0-3 (Invalid@0-3 [(Name@1-2 a)]))"],
    ["a <> b", "(Expr@0-6 (Compare@0-6 (Name@0-1 a) [NotEq] [(Name@5-6 b)]))"],
    ["0777", "(Expr@0-4 (Constant@0-4 int 511))"],
    ["10L", "(Expr@0-3 (Constant@0-3 int 10))"],
    ["0xFFL", "(Expr@0-5 (Constant@0-5 int 255))"],
    ['ur"a"', '(Expr@0-5 (Constant@0-5 str "a"))'],
    [
      "def f(a, (b, c)): pass",
      "(FunctionDef@0-22 f (arguments [] [(arg@6-7 a ~) (arg@9-15  ~)] ~ [] [] ~ []) [(Pass@18-22)] [] ~ [])",
    ],
  ];
  for (const [text, expected] of cases) {
    it(`${text.replaceAll("\n", "; ")} is one error, and the rest is intact`, () => {
      const result = dump(`${text}\nrest = 1\n`);
      const start = text.length + 1;
      const rest = `(Assign@${start}-${start + 8} [(Name@${start}-${start + 4} rest)] (Constant@${start + 7}-${start + 8} int 1))`;
      assert.equal(result.dump, `${expected}\n${rest}`);
      assert.equal(result.errors.length, 1);
      assert.match(result.errors[0]!, /^\d+: Python 2 only: /);
    });
  }

  it("what both versions have is no error", () => {
    assert.match(sound('print("a"), b\nprint\nprint >> f, "x"\nexec(code)'), /^\(Expr/);
  });
});

describe("parsePython: notebooks", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["a line magic", "%load f(x)\ny", "(Expr@0-10 (Magic@0-10))\n(Expr@11-12 (Name@11-12 y))"],
    ["a timed line", "%time f\ny", "(Expr@6-7 (Name@6-7 f))\n(Expr@8-9 (Name@8-9 y))"],
    ["a shell line", "!ls 'unclosed\ny", "(Expr@0-13 (Magic@0-13))\n(Expr@14-15 (Name@14-15 y))"],
    [
      "the output of a shell line",
      "x = !ls (\ny",
      "(Assign@0-9 [(Name@0-1 x)] (Magic@4-9))\n(Expr@10-11 (Name@10-11 y))",
    ],
    [
      "the value of a magic",
      "x = %who_ls\ny",
      "(Assign@0-11 [(Name@0-1 x)] (Magic@4-11))\n(Expr@12-13 (Name@12-13 y))",
    ],
    ["help after a name", "a.b?\ny", "(Expr@0-4 (Magic@0-4))\n(Expr@5-6 (Name@5-6 y))"],
    ["the source after a name", "a??\ny", "(Expr@0-3 (Magic@0-3))\n(Expr@4-5 (Name@4-5 y))"],
    ["help before a name", "?a\ny", "(Expr@0-2 (Magic@0-2))\n(Expr@3-4 (Name@3-4 y))"],
    ["a magic over two lines", "%load \\\n  f()\ny", "(Expr@0-13 (Magic@0-13))\n(Expr@14-15 (Name@14-15 y))"],
    [
      "a magic in a block",
      "if a:\n  !ls\n  y",
      "(If@0-15 (Name@3-4 a) [(Expr@8-11 (Magic@8-11)) (Expr@14-15 (Name@14-15 y))] [])",
    ],
    ["a cell of another language", "%%bash\nfor (", "(Expr@0-12 (Magic@0-12))"],
    ["a timed cell", "%%time\ny", "(Expr@0-6 (Magic@0-6))\n(Expr@7-8 (Name@7-8 y))"],
    ["a percent sign that is an operator", "(a\n % b)", "(Expr@0-8 (BinOp@1-7 (Name@1-2 a) Mod (Name@6-7 b)))"],
  ];
  for (const [name, text, expected] of cases) {
    it(name, () => assert.deepEqual(dump(text, true), { dump: expected, errors: [] }));
  }

  it("elsewhere they are errors of their line only", () => {
    const result = dump("!ls -la\nx = 1\n");
    assert.match(result.dump, /\(Assign@8-13 \[\(Name@8-9 x\)\] \(Constant@12-13 int 1\)\)$/);
    assert.notEqual(result.errors.length, 0);
  });
});
