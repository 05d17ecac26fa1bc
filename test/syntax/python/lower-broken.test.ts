import * as assert from "node:assert";
import { maximumDepth } from "../../../src/syntax/depth.js";
import { readPython } from "../../../src/syntax/python/lower.js";
import { checkSpans } from "../check-spans.js";
import { dumpForm } from "../dump-form.js";
import { formDepth } from "../form-depth.js";

describe("lowering Python that is half typed", () => {
  const halfTyped: readonly (readonly [string, string])[] = [
    ["model.", "(. model)"],
    ["loss = criterion(output, ", "loss = (call criterion output)"],
    ["x = ", "x = (?)"],
    ["for x in", "each x in (?)"],
    ["def f(a, ", "function f(a)"],
    ["model.fit(x, epochs=", "(call (. model fit) x epochs=(?))"],
  ];
  for (const [source, expected] of halfTyped) {
    it(JSON.stringify(source), () => {
      const module = readPython(source);
      assert.equal(dumpForm(module), expected);
      assert.notDeepEqual(module.errors, []);
      checkSpans(module);
    });
  }
});

describe("lowering Python that is long or deep", () => {
  const many = 10_000;
  const repeated = (part: string): string => part.repeat(many);

  it("keeps every operand of a long sum", () => {
    const [statement] = readPython(`x = a${" + a".repeat(900)}`).body;
    assert.ok(statement?.kind === "Assign" && statement.value?.kind === "Operation");
    assert.equal(statement.value.operands.length, 901);
  });

  const deep: Readonly<Record<string, string>> = {
    "a chain of attributes": `x = a${repeated(".b")}`,
    "a chain of calls": `x = a${repeated(".b(c)")}`,
    "mixed operators": `x = a${repeated(" + a - a")}`,
    "an elif chain": `if a: b\n${repeated("elif a: b\n")}else: c`,
    brackets: `x = ${repeated("[")}${repeated("]")}`,
    "nested calls": `x = ${repeated("f(")}${repeated(")")}`,
    negations: `x = ${repeated("not ")}a`,
    conditionals: `x = ${repeated("a if b else ")}c`,
    lambdas: `x = ${repeated("lambda: ")}c`,
    blocks: Array.from({ length: 300 }, (_, level) => `${" ".repeat(level)}if a:\n`).join("") + " ".repeat(300) + "b",
  };
  for (const [title, source] of Object.entries(deep)) {
    it(`bounds the depth of ${title}`, () => {
      const module = readPython(`before = 1\n${source}\nafter = 2\n`);
      assert.ok(formDepth(module.body) <= 2 * maximumDepth + 10);
      const names = module.body.map((node) => (node.kind === "Assign" ? dumpForm({ ...module, body: [node] }) : ""));
      assert.equal(names[0], "before = 1");
      checkSpans(module);
    });
  }

  it("lists the names and literals of what is too deep", () => {
    const source = `x = a(first)${".b(c)".repeat(maximumDepth)}`;
    const dumped = dumpForm(readPython(source));
    assert.match(dumped, /\(\? .*a first/);
    assert.equal(dumped.match(/\bc\b/g)?.length, maximumDepth);
  });

  it("visits every test of a chain that is too long to nest", () => {
    const dumped = dumpForm(
      readPython(`if t0: b\n${Array.from({ length: 900 }, (_, index) => `elif t${index + 1}: b\n`).join("")}`),
    );
    assert.equal(dumped.match(/if t\d+/g)?.length, 901);
  });
});
