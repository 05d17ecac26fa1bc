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

  it("is read with the lines of IPython blanked, however its marks are written", async () => {
    for (const mark of ["# %%", "#%%", "#  %% Load", "# COMMAND ----------"]) {
      const lines = [mark, "%pip install x", "!ls \\", "  -l", "files = !ls", "?a", "a = 1"];
      const { errors } = await parseSource(lines.join("\n"), "a.py", "python");
      deepEqual([mark, errors], [mark, []]);
      deepEqual((await assigned(...lines)).at(-1), "a = 1");
    }
  });

  it("leaves cells out that a magic gives to another language or writes to a file", async () => {
    const lines = ["# %%", "a = 1", "# %%", "%%bash", "ls", "# %%", "%%writefile b.py", "b = 2", "# %%", "c = 3"];
    deepEqual(await assigned(...lines), ["a = 1", "c = 3"]);
    deepEqual(await assigned("# %%", "%%time", "a = 1", "# %%", "%%capture", "b = 2"), ["a = 1", "b = 2"]);
  });

  it("leaves prose out that is no comment", async () => {
    const lines = ["# %%", "a = 1", "# %% [markdown]", "A value of", "b = 2", "is no good.", "# %%", "c = 3"];
    deepEqual(await assigned(...lines), ["a = 1", "c = 3"]);
  });

  it("keeps the comments of all its cells, and those above, where one is broken", async () => {
    const lines = ["# top", "# %% [markdown]", "# prose", "# %%", "print((", "# %%", "a = 1  # end"];
    const { comments, text } = await parseSource(lines.join("\n"), "a.py", "python");
    const said = comments.map(({ start, end }) => text.slice(start, end));
    deepEqual(
      ["# top", "# prose", "# end"].filter((one) => !said.includes(one)),
      [],
    );
  });

  it("is no other than a plain script for a mark in a comment about magics", async () => {
    deepEqual((await parseSource("# %%timeit is slow\n%pip install x\n", "a.py", "python")).errors.length > 0, true);
  });

  it("may have marks inside of blocks and texts", async () => {
    const lines = ["# %%", "if ready:", "    a = 1", "# %%", "    b = 2", 'text = """', "# %%", '"""'];
    deepEqual((await parseSource(lines.join("\n"), "a.py", "python")).errors, []);
  });
});
