import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parsePython } from "../../../src/syntax/python/parse.js";
import { dumpNode, DUMPED_KINDS } from "./dump.js";

const folder = join(process.cwd(), "test/fixtures/python");
const fixtures = readdirSync(folder).filter((name) => name.endsWith(".py"));

function read(name: string): string {
  return readFileSync(join(folder, name), "utf8");
}

function dumpLines(text: string): string[] {
  const { module, errors } = parsePython(text);
  assert.deepEqual(errors, []);
  return module.body.map((node) => dumpNode(node, text, { fieldsHavePlaces: true }));
}

function golden(name: string): string[] {
  return read(name.replace(/\.py$/, ".ast")).split("\n").slice(0, -1);
}

function withoutSpans(dumps: readonly string[]): string[] {
  return dumps.map((dump) => dump.replace(/@\d+-\d+/g, ""));
}

describe("parsePython: the tree that CPython reads", () => {
  for (const name of fixtures) {
    it(name, () => assert.deepEqual(dumpLines(read(name)), golden(name)));
  }

  it("the fixtures hold every kind of node", () => {
    const dumps = fixtures.flatMap(golden).join("\n");
    const missing = [...DUMPED_KINDS].filter((kind) => !new RegExp(`\\(${kind}\\b`).test(dumps));
    // The two kinds of our own.
    assert.deepEqual(missing.sort(), ["Invalid", "Magic"]);
  });
});

describe("parsePython: other line ends and a byte order mark", () => {
  for (const name of fixtures) {
    it(`${name} with CRLF, CR and a byte order mark`, () => {
      const text = read(name);
      const expected = withoutSpans(golden(name));
      assert.deepEqual(withoutSpans(dumpLines(text.replaceAll("\n", "\r\n"))), expected);
      assert.deepEqual(withoutSpans(dumpLines(text.replaceAll("\n", "\r"))), expected);
      assert.deepEqual(withoutSpans(dumpLines(`\uFEFF${text}`)), expected);
    });
  }

  it("counts the byte order mark in offsets", () => {
    const { module } = parsePython("\uFEFFx");
    assert.deepEqual([module.start, module.body[0]?.start, module.body[0]?.end], [0, 1, 2]);
  });

  it("CRLF shifts spans by a character a line", () => {
    const { module } = parsePython("a\r\nb = (\r\n1)\r\n");
    assert.deepEqual(
      module.body.map(({ start, end }) => [start, end]),
      [
        [0, 1],
        [3, 12],
      ],
    );
  });

  it("comments end before their line's end", () => {
    const text = "a # one\r\n# two\rb # three\n# four";
    const { comments } = parsePython(text);
    assert.deepEqual(
      comments.map(({ start, end }) => text.slice(start, end)),
      ["# one", "# two", "# three", "# four"],
    );
  });
});
