import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Kind } from "../../../src/syntax/python/kind.js";
import { parsePython } from "../../../src/syntax/python/parse.js";
import { dumpNode } from "./dump.js";
import { strayChildren, unsoundSpans } from "./walk.js";

const folder = join(process.cwd(), "test/fixtures/python");
const fixtures = readdirSync(folder)
  .filter((name) => name.endsWith(".py"))
  .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));

/** Stands after the damage, and must be found whatever the damage is. */
const AFTER =
  "\n\ndef survivor(a, b):\n    return a + b\n\n\nclass Survivor(Base):\n    size = 1\n\n\nlast = survivor(3, 4)\n";

const JUNK = [
  ...Array.from("()[]{}\"':,=.\\@*?$\n\0é"),
  "def ",
  "if ",
  "f'{",
  "class ",
  "for ",
  "lambda ",
  "else",
  "try:",
];

/** Numbers that look random and are the same in every run. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Damage = (text: string, random: (below: number) => number) => string;

const damages: Record<string, Damage> = {
  "cut off": (text, random) => text.slice(0, random(text.length)),
  "a piece deleted": (text, random) => {
    const start = random(text.length);
    return text.slice(0, start) + text.slice(start + 1 + random(20));
  },
  "a line cut": (text, random) => {
    const start = random(text.length);
    const end = text.indexOf("\n", start);
    return text.slice(0, start) + (end < 0 ? "" : text.slice(end));
  },
  "junk typed": (text, random) => {
    const start = random(text.length);
    return text.slice(0, start) + JUNK[random(JUNK.length)]! + text.slice(start);
  },
  "junk typed twice and a piece deleted": (text, random) => {
    const once = damages["junk typed"]!(text, random);
    return damages["a piece deleted"]!(damages["junk typed"]!(once, random), random);
  },
};

/** An unclosed string in triple quotes may swallow what follows; only its own end is known. */
function hasUnclosedTripleQuotes(text: string): boolean {
  return (text.match(/"""|'''/g) ?? []).length % 2 === 1;
}

describe("parsePython: half-typed code", function () {
  // Large inputs, on machines that may be busy.
  this.timeout(60_000);

  for (const [name, damage] of Object.entries(damages)) {
    it(`${name}: keeps spans sound and finds what follows`, () => {
      const random = sequence(name.length);
      for (const fixture of fixtures) {
        for (let round = 0; round < 20; round++) {
          const damaged = damage(fixture.text, random);
          const text = damaged + AFTER;
          const { module, errors } = parsePython(text, { ipython: round % 2 === 0 });
          assert.deepEqual(unsoundSpans(module, text.length), [], damaged);
          assert.ok(errors.every(({ offset }) => offset >= 0 && offset <= text.length));
          if (hasUnclosedTripleQuotes(damaged)) continue;
          const kinds = module.body.slice(-3).map(({ kind }) => kind);
          assert.deepEqual(kinds, [Kind.FunctionDef, Kind.ClassDef, Kind.Assign], damaged);
        }
      }
    });
  }

  it("children lie within their parents in sound code", () => {
    for (const { name, text } of fixtures) assert.deepEqual(strayChildren(parsePython(text).module), [], name);
  });

  it("two parses do not disturb each other", () => {
    for (const { text } of fixtures) {
      const first = parsePython(text);
      parsePython("def broken(:\n  'unclosed");
      assert.deepEqual(parsePython(text), first);
    }
  });
});

describe("parsePython: what is read of broken code", () => {
  function dump(text: string): string {
    const { module, errors } = parsePython(text);
    assert.notEqual(errors.length, 0);
    return module.body.map((node) => dumpNode(node, text, { fieldsHavePlaces: true })).join("\n");
  }

  const cases: readonly (readonly [string, string, string])[] = [
    ["an attribute being typed", "model.\n", "(Expr@0-6 (Attribute@0-6 (Name@0-5 model) ))"],
    ["an assignment without a value", "x =\n", "(Assign@0-3 [(Name@0-1 x)] (Invalid@3-3 []))"],
    ["an operand being typed", "x +\n", "(Expr@0-3 (BinOp@0-3 (Name@0-1 x) Add (Invalid@3-3 [])))"],
    [
      "a call being typed above a definition",
      "f(a, b\ndef g(): pass\n",
      "(Expr@0-6 (Call@0-6 (Name@0-1 f) [(Name@2-3 a) (Name@5-6 b)] []))\n" +
        "(FunctionDef@7-20 g (arguments [] [] ~ [] [] ~ []) [(Pass@16-20)] [] ~ [])",
    ],
    [
      "a list being typed above an assignment",
      "x = [1,\ny = 3\n",
      "(Assign@0-7 [(Name@0-1 x)] (List@4-7 [(Constant@5-6 int 1)]))\n(Assign@8-13 [(Name@8-9 y)] (Constant@12-13 int 3))",
    ],
    [
      "a keyword argument without a value",
      "f(a=)\n",
      "(Expr@0-5 (Call@0-5 (Name@0-1 f) [] [(keyword@2-4 a (Invalid@4-4 []))]))",
    ],
    [
      "a header without its colon",
      "class A\n  x = 1\n",
      "(ClassDef@0-15 A [] [] [(Assign@10-15 [(Name@10-11 x)] (Constant@14-15 int 1))] [] [])",
    ],
    ["a header without its block", "if a:\nb\n", "(If@0-5 (Name@3-4 a) [] [])\n(Expr@6-7 (Name@6-7 b))"],
    [
      "a field being typed",
      'f"{a" + b\nc\n',
      '(Expr@0-9 (BinOp@0-9 (JoinedStr@0-5 [(FormattedValue@2-4 (Name@3-4 a)  ~)] ["",""]) Add (Name@8-9 b)))\n' +
        "(Expr@10-11 (Name@10-11 c))",
    ],
    ["a clause without its statement", "else:\n  x\n", "(Expr@8-9 (Name@8-9 x))"],
    ["an import being typed", "import a.\n", "(Import@0-9 [(alias@7-9 a ~)])"],
    ["words without an operator", "x y\nz\n", "(Expr@0-1 (Name@0-1 x))\n(Expr@4-5 (Name@4-5 z))"],
    [
      "an unexpected indent",
      "a\n  b\nc\n",
      "(Expr@0-1 (Name@0-1 a))\n(Expr@4-5 (Name@4-5 b))\n(Expr@6-7 (Name@6-7 c))",
    ],
    [
      "an unclosed docstring",
      '"""abc\ndef f(): pass\n',
      '(Expr@0-6 (Constant@0-6 str "abc"))\n' +
        "(FunctionDef@7-20 f (arguments [] [] ~ [] [] ~ []) [(Pass@16-20)] [] ~ [])",
    ],
    [
      "an unclosed string",
      "x = 'abc\ny\n",
      '(Assign@0-8 [(Name@0-1 x)] (Constant@4-8 str "abc"))\n(Expr@9-10 (Name@9-10 y))',
    ],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.equal(dump(text), expected));
});
