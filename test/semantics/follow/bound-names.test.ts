import { deepEqual } from "node:assert/strict";
import { boundNames, functionNames } from "../../../src/semantics/follow/environment.js";
import { eachExpression } from "../../../src/semantics/code/visit.js";
import type { FormModule } from "../../../src/syntax/form.js";
import { readPython } from "../../../src/syntax/python/lower.js";
import { readTypeScript } from "../../../src/syntax/typescript/parse.js";

const bound = ({ body, language }: FormModule): readonly string[] => [...boundNames(body, language)].sort();
const inPython = (text: string): readonly string[] => bound(readPython(text));

/** The names of the lambdas' scopes, in order. */
function inLambdas(text: string): readonly (readonly string[])[] {
  const { body, language } = readPython(text);
  const found: (readonly string[])[] = [];
  eachExpression(body, (one) => {
    if (one.kind === "FunctionExpression") found.push([...functionNames(one.function, language)].sort());
  });
  return found;
}

describe("the names that a scope binds", () => {
  for (const [where, text] of [
    ["a condition", "while (n := read()) > 3:\n    pass"],
    ["a list and a subscript of it", "first = [n := read(), 2][0]"],
    ["a mapping and a text", "print({'a': f'{(n := 3)}'})"],
    ["an attribute of what is called", "(n := read()).close()"],
    ["a slice", "rows[(n := 3):]"],
    ["a conditional expression", "x = 1 if (n := read()) else 2"],
    ["a comprehension's element and its condition", "values = [n for row in rows if (n := row.size)]"],
    ["a comprehension in another", "values = [[(n := row) for row in part] for part in parts]"],
    ["what a lambda takes when it is left out", "key = lambda row=(n := 3): row"],
    ["a decorator", "@wrap(n := 3)\ndef f(): ..."],
    ["what is awaited", "async def f(): ...\nvalue = await (n := f())"],
  ] as const) {
    it(`are those of := in ${where}`, () => deepEqual(inPython(text).includes("n"), true));
  }

  it("are none of the scopes in it", () => {
    deepEqual(inPython("values = [a for a in rows]\ndef f(b):\n    c = 1\nclass K:\n    d = 2"), ["K", "f", "values"]);
    deepEqual(inPython("key = lambda row: (n := row)"), ["key"]);
    deepEqual(inLambdas("key = lambda row: (n := row)"), [["n", "row"]]);
  });

  it("are none that it says are another's", () =>
    deepEqual(inPython("global n\nif (n := 3):\n    m = [n := 4]"), ["m"]));

  it("are declared in TypeScript, where an assignment in an expression writes to what there is", () => {
    const text = "let a = 1;\nwhile ((b = next())) {}\ncall((c = 2));\n";
    deepEqual(bound(readTypeScript(text, { path: "a.ts" })), ["a"]);
  });
});
