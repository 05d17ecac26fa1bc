import * as assert from "node:assert";
import type { FormModule } from "../../../src/syntax/form.js";
import { readTypeScript } from "../../../src/syntax/typescript/parse.js";
import { checkSpans } from "../check-spans.js";
import { describePrograms } from "../describe-programs.js";
import { dumpForm } from "../dump-form.js";
import { expressionPrograms } from "./expression-programs.js";
import { statementPrograms } from "./statement-programs.js";

const read = (source: string): FormModule => readTypeScript(source, { path: "program.ts" });

describePrograms("lowering TypeScript's expressions", expressionPrograms, read);
describePrograms("lowering TypeScript's statements", statementPrograms, read);

describe("lowering TypeScript", () => {
  it("reads templates, and tagged ones as calls", () => {
    const module = readTypeScript("a = `x${b}y${c.d}`; e = `plain`; sql`f${g}`", { path: "program.ts" });
    const expected = ['a = (template "x" b "y" (. c d) "")', 'e = "plain"', '(call sql (template "f" g ""))'];
    assert.deepEqual(dumpForm(module).split("\n"), expected);
    checkSpans(module);
  });

  it("keeps the expressions of elements", () => {
    const source = "x = <ui.Card a={b} c='d' {...e}>text {f(g)} {/* no */}<Model m={1} /><div/></ui.Card>;";
    const module = readTypeScript(source, { path: "program.tsx" });
    assert.equal(dumpForm(module), 'x = (? (. ui Card) b "d" e (call f g) (? Model 1) (?))');
    checkSpans(module);
  });

  it("keeps spans that slice the source", () => {
    const source = "class A { @d async step(x: T = 1, ...ys) { return fit(x, ...ys ); } }";
    const [statement] = readTypeScript(source, { path: "program.ts" }).body;
    assert.ok(statement?.kind === "ClassStatement");
    const [method] = statement.body;
    assert.ok(method?.kind === "FunctionStatement");
    const slice = ({ start, end }: { readonly start: number; readonly end: number }): string =>
      source.slice(start, end);
    const form = method.function;
    assert.equal(slice(form.nameSpan), "step");
    assert.deepEqual(form.params.map(slice), ["x: T = 1", "...ys"]);
    const [result] = form.body;
    assert.ok(result?.kind === "Return" && result.value?.kind === "Call");
    assert.deepEqual([result.value, ...result.value.args].map(slice), ["fit(x, ...ys )", "x", "...ys"]);
    assert.equal(source.slice(result.value.argsEnd, result.value.argsEnd + 1), ")");
  });
});
