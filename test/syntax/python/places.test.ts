import assert from "node:assert/strict";
import type { Call, Expression } from "../../../src/syntax/python/expression-nodes.js";
import { Kind } from "../../../src/syntax/python/kind.js";
import { parsePython } from "../../../src/syntax/python/parse.js";
import { descendants } from "./walk.js";

function find<K extends Kind>(text: string, kind: K): Extract<Expression, { kind: K }>[] {
  return [...descendants(parsePython(text).module)]
    .map(({ node }) => node)
    .filter((node): node is Extract<Expression, { kind: K }> => node.kind === kind)
    .sort((first, second) => first.end - second.end || second.start - first.start);
}

describe("parsePython: places that CPython's tree does not have", () => {
  const calls: readonly (readonly [string, string])[] = [
    ["f()", "f("],
    ["f(a)", "f(a"],
    ["f(a, b=1,  )", "f(a, b=1,  "],
    ["f(\n  a,\n)", "f(\n  a,\n"],
    ["f(x for x in y)", "f(x for x in y"],
    ["f(a", "f(a"],
    ["f(a, ", "f(a,"],
    ["f(", "f("],
  ];
  for (const [text, before] of calls) {
    it(`the arguments of ${JSON.stringify(text)} end before its parenthesis`, () => {
      const call: Call | undefined = find(text, Kind.Call)[0];
      assert.equal(text.slice(0, call?.argsEnd), before);
    });
  }

  it("an attribute's name has a start, also after blanks and line breaks", () => {
    const text = "(a . b\n  .c).d";
    assert.deepEqual(
      find(text, Kind.Attribute).map(({ attr, attrStart, end }) => [attr, text.slice(attrStart, end)]),
      [
        ["b", "b"],
        ["c", "c"],
        ["d", "d"],
      ],
    );
  });

  it("a missing attribute's name is empty and stands at the end", () => {
    const [attribute] = find("model.\n", Kind.Attribute);
    assert.deepEqual([attribute?.attr, attribute?.attrStart, attribute?.end], ["", 6, 6]);
  });

  it("functions and classes have the start of their names", () => {
    const text = "async def  f(): pass\nclass\tA: pass\n";
    const starts = parsePython(text).module.body.map((node) => ("nameStart" in node ? node.nameStart : -1));
    assert.deepEqual(
      starts.map((start) => text[start]),
      ["f", "A"],
    );
  });
});

describe("parsePython: values", () => {
  const values: readonly (readonly [string, unknown])[] = [
    ["9007199254740991", 9007199254740991],
    ["9007199254740993", undefined],
    ["0x_ff", 255],
    ["1_000.5e1", 10005],
    ["1e999", Infinity],
    ["2j", undefined],
    ["...", undefined],
    ["None", null],
    ["True", true],
    ["'a' \"b\" '''c'''", "abc"],
    ["r'\\n' '\\n'", "\\n\n"],
    ["b'\\xff\\u0041'", "\xff\\u0041"],
    ["'\\N{BULLET}!'", "\uFFFD!"],
    ["'\\U0001F600\\U00110000'", "😀\\U00110000"],
    ["'\\x4'", "\\x4"],
    ["'a\\\r\nb'", "ab"],
    ["'''a\r\nb\rc'''", "a\nb\nc"],
    ["'never closed", "never closed"],
  ];
  for (const [text, value] of values) {
    it(JSON.stringify(text), () => assert.equal(find(text, Kind.Constant)[0]?.value, value));
  }

  it("names are normalized, and keep their place", () => {
    const [name] = find("ﬁ = 1", Kind.Name);
    assert.deepEqual([name?.id, name?.start, name?.end], ["fi", 0, 1]);
  });
});
