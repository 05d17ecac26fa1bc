import assert from "node:assert/strict";
import { type FileSummary, linksAlike, summaryOf } from "../../src/project/summary.js";
import { readPython } from "../../src/syntax/python/lower.js";

describe("a file's summary", () => {
  it("names what others can import, and what it is", () => {
    const { symbols } = read(
      "from .nets import Net as Model, head\nimport torch.nn as nn\n\nRATE = 0.1\n\ndef train(): ...\n\nclass Loop:\n    def step(self): ...\n",
    );
    assert.deepEqual(Object.fromEntries(symbols), {
      Model: { kind: "import", module: "nets", level: 1, name: "Net" },
      head: { kind: "import", module: "nets", level: 1, name: "head" },
      nn: { kind: "import", module: "torch.nn", level: 0, name: undefined },
      RATE: { kind: "value" },
      train: { kind: "function" },
      Loop: { kind: "class" },
    });
  });

  it("tells modules that are handed on as a whole, and what is imported from each by name", () => {
    const { handedOn, imports } = read("from .layers import *\nfrom lib import a, b\n");
    assert.deepEqual(handedOn, [{ module: "layers", level: 1, names: [] }]);
    assert.deepEqual(imports, [
      { module: "layers", level: 1, names: [] },
      { module: "lib", level: 0, names: ["a", "b"] },
      { module: "lib.a", level: 0, names: [] },
      { module: "lib.b", level: 0, names: [] },
    ]);
  });

  it("holds what the file states about the whole project", () => {
    assert.deepEqual(read("import torch\n\ntorch.manual_seed(1)\n").facts.seeds, ["torch"]);
  });

  it("leads to the same files after an edit inside a function, and not after one of imports or names", () => {
    const before = read("from .a import x\n\ndef f():\n    return x\n");
    assert.ok(linksAlike(before, read("from .a import x\n\ndef f():\n    return x + 1\n")));
    assert.ok(!linksAlike(before, read("from .b import x\n\ndef f():\n    return x\n")));
    assert.ok(!linksAlike(before, read("from .a import x\n\ndef g():\n    return x\n")));
    assert.ok(!linksAlike(undefined, before));
  });
});

function read(text: string): FileSummary {
  return summaryOf(readPython(text));
}
