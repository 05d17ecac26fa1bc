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

  it("are prose by their title, wherever it says so, or by the magic of Databricks below its own title", () => {
    deepEqual(cells('# %% Notes [md] tags=["a"]\nread me\n#  %% [raw]\ntext\n# %% markdown of a list\nx = 1'), [
      ["markdown", 'Notes [md] tags=["a"]', "read me\n"],
      ["markdown", "[raw]", "text\n"],
      ["code", "markdown of a list", "x = 1"],
    ]);
    deepEqual(cells("# Databricks notebook source\n# DBTITLE 1,Notes\n# MAGIC %md-sandbox\n# MAGIC a\n"), [
      ["markdown", "", "# DBTITLE 1,Notes\n# MAGIC %md-sandbox\n# MAGIC a\n"],
    ]);
  });

  it("are told by the marks of Databricks where its first line is missing, and with Windows line ends", () => {
    deepEqual(cells("x = 1\r\n# COMMAND ----------\r\ny = 2\r\n"), [
      ["code", "", "x = 1\r\n"],
      ["code", "", "y = 2\r\n"],
    ]);
    deepEqual(cells("# %% Load\r\nx = 1\r\n"), [["code", "Load", "x = 1\r\n"]]);
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
