import { deepEqual, equal } from "node:assert/strict";
import { cellsOfScript } from "../../../src/syntax/notebook/cell-script.js";

const cells = (text: string): unknown =>
  cellsOfScript(text)?.map(({ kind, title, start, end }) => [kind, title, text.slice(start, end)]);

describe("cells of a script", () => {
  it("are begun by percent marks", () => {
    deepEqual(cells("# %% [markdown]\n# # Title\n\n# %%\nx = 1\n#%% Second\ny = 2"), [
      ["markdown", "[markdown]", "# # Title\n\n"],
      ["code", "", "x = 1\n"],
      ["code", "Second", "y = 2"],
    ]);
  });

  it("are begun by the marks of Databricks", () => {
    deepEqual(
      cells(
        "# Databricks notebook source\n# MAGIC %md\n# MAGIC # Title\n\n# COMMAND ----------\n\nx = 1\n# COMMAND ----------\n",
      ),
      [
        ["markdown", "", "# MAGIC %md\n# MAGIC # Title\n\n"],
        ["code", "", "\nx = 1\n"],
        ["code", "", ""],
      ],
    );
  });

  it("take in code above the first mark, but no header of comments", () => {
    deepEqual(cells("import a\n# %%\nx = 1"), [
      ["code", "", "import a\n"],
      ["code", "", "x = 1"],
    ]);
    deepEqual(cells("# ---\n# jupyter: x\n# ---\n\n# %%\nx = 1"), [["code", "", "x = 1"]]);
  });

  it("are not seen in plain scripts", () => {
    equal(cells("x = 1\n# 100 %% sure\n# %%timeit is slow\nprint(2)\n"), undefined);
    equal(cells(""), undefined);
  });
});
