import assert from "node:assert/strict";
import { bindingsIn, seenValues } from "../../../src/semantics/code/seen-values.js";
import { modelOf, sketch } from "../trace.js";

/** Each name that is given a value, with that value in a word. */
function bindings(...lines: readonly string[]): string[] {
  const model = modelOf(["import pandas as pd", "import torch", ...lines].join("\n"));
  return bindingsIn(model).map(({ target, value }) => `${model.text(target)} = ${sketch(value)}`);
}

describe("what expressions were seen to be", () => {
  it("is told by results, and by what those were made from", () => {
    assert.deepEqual(bindings("a = pd.read_csv(path)", "b = a[1:]", "pd.isna(b)"), [
      "a = pandas.DataFrame",
      "b = slice",
    ]);
  });

  it("is nothing where no call sees it", () => {
    assert.deepEqual(bindings("def f(a):", "    b = a + 1", "    return b"), ["b = nothing"]);
  });

  it("reaches into tuples, one by one", () => {
    assert.deepEqual(bindings("a, b = pd.read_csv(path), torch.nn.ReLU()"), [
      "a = pandas.DataFrame",
      "b = torch.nn.ReLU",
    ]);
  });

  it("tells apart what is unpacked", () => {
    const model = modelOf("import torch\nfor x, y in loader:\n    torch.relu(x)\n    torch.relu(y)\n");
    const [x, y] = bindingsIn(model).map(({ value }) => value);
    assert.equal(x?.kind === "entity" && x.origin.how === "element" ? x.origin.index : undefined, 0);
    assert.equal(y?.kind === "entity" && y.origin.how === "element" ? y.origin.index : undefined, 1);
  });

  it("tells what is unpacked from a name that no call sees", () => {
    assert.deepEqual(bindings("def train(pair):", "    a, b = pair", "    torch.relu(b)"), [
      "a = nothing",
      "b = element",
    ]);
  });

  it("joins the ways of getting there", () => {
    const found = bindings(
      "if flag:",
      "    a = pd.read_csv(path)",
      "else:",
      "    a = torch.nn.ReLU()",
      "b = a",
      "print(b)",
    );
    assert.deepEqual(found, ["a = pandas.DataFrame", "a = torch.nn.ReLU", "b = nothing"]);
    const model = modelOf("import torch\na = torch.nn.ReLU() if flag else torch.nn.GELU()\nprint(a)\n");
    const given = model.calls.at(-1)!.call.args[0]!.value;
    assert.equal(sketch(seenValues(model).of(given)), "torch.nn.GELU or torch.nn.ReLU");
  });

  it("leaves out literals, which say it themselves", () => {
    assert.deepEqual(bindings("size = 3", "pd.read_csv(size)"), []);
  });
});
