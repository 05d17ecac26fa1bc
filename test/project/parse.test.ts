import { deepEqual } from "node:assert/strict";
import { parseSource } from "../../src/project/parse.js";

describe("a script of cells", () => {
  const assigned = async (...lines: readonly string[]): Promise<readonly string[]> => {
    const { body, text } = await parseSource(lines.join("\n"), "a.py", "python");
    return body.flatMap(({ kind, start, end }) => (kind === "Assign" ? [text.slice(start, end)] : []));
  };

  it("loses only the cell that is broken", async () => {
    deepEqual(await assigned("# %%", "a = 1", "# %%", "print((", "if", "# %%", "b = 2"), ["a = 1", "b = 2"]);
    const mark = "# COMMAND ----------";
    deepEqual(await assigned("# Databricks notebook source", "a = 1", mark, "print((", "if", mark, "b = 2"), [
      "a = 1",
      "b = 2",
    ]);
  });

  it("may have marks inside of blocks and texts", async () => {
    const lines = ["# %%", "if ready:", "    a = 1", "# %%", "    b = 2", 'text = """', "# %%", '"""'];
    deepEqual((await parseSource(lines.join("\n"), "a.py", "python")).errors, []);
  });
});
