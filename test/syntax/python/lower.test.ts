import * as assert from "node:assert";
import { readPython } from "../../../src/syntax/python/lower.js";

describe("lowering Python", () => {
  it("keeps spans that slice the source", () => {
    const source = "@wrap\nasync def step(x=1, *ys): return f'{x.loss}' + fit(x, n=2 )";
    const [statement] = readPython(source).body;
    assert.ok(statement?.kind === "FunctionStatement");
    const { function: form } = statement;
    const slice = ({ start, end }: { readonly start: number; readonly end: number }): string =>
      source.slice(start, end);
    assert.equal(slice(form), source.slice(6));
    assert.equal(slice(form.nameSpan), "step");
    assert.deepEqual(form.params.map(slice), ["x=1", "ys"]);
    const [result] = form.body;
    assert.ok(result?.kind === "Return" && result.value?.kind === "Operation");
    const [left, right] = result.value.operands;
    assert.ok(left?.kind === "Template" && right?.kind === "Call");
    assert.deepEqual([left, ...left.parts, right, ...right.args].map(slice), [
      "f'{x.loss}'",
      "x.loss",
      "fit(x, n=2 )",
      "x",
      "n=2",
    ]);
    assert.equal(source.slice(right.argsEnd), ")");
  });

  it("carries comments and the text", () => {
    const module = readPython("a # one\n# two\n");
    assert.deepEqual(
      module.comments.map(({ start, end }) => module.text.slice(start, end)),
      ["# one", "# two"],
    );
    assert.equal(module.language, "python");
  });
});
