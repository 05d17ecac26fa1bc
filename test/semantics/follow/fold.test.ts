import assert from "node:assert/strict";
import { trace } from "../trace.js";

describe("folding of texts", () => {
  const loader = `import torch

def load(name):
    if "clover" in name:
        return read("clover.csv")
    if "thistle" not in name:
        return read("others.csv")
    return read("thistle.csv")

`;
  const read = (call: string): string[] => trace(loader + call, "read(", () => "").map((line) => line.split(" |")[0]!);

  it("knows a text within a text", () => {
    assert.deepEqual(read('load("red-clover")\n'), ['read("clover.csv")']);
    assert.deepEqual(read('load("thistle-2")\n'), ['read("thistle.csv")']);
  });

  it("knows the text of a text", () => assert.deepEqual(read('load(str("moss"))\n'), ['read("others.csv")']));
});
