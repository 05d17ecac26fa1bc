import { deepEqual } from "node:assert/strict";
import { checkJson, makeFolder } from "./run-cli.js";

/** Each is a cell: a scaler that has seen the rows it is tested with, among cells that are not this program's. */
const work = [
  `import numpy as np
from birds import rows, y
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
%pip install pillow \\
  numpy
files = !ls`,
  "scaled = StandardScaler().fit_transform(rows)",
  "broken = (",
  "train, test, y_train, y_test = train_test_split(scaled, y, random_state=7)\ndisplay(test)",
  "def is_missing(value):\n    return value == np.nan",
  "def is_unknown(value):\n    return value == np.nan  # preflight: ignore[nan-equality]",
  "print(Ridge().fit(train, y_train).score(test, y_test))\ntest",
];

const percent = ["# %% [markdown]\n# # Birds\n# value == np.nan\n", ...work.map((cell) => `# %%\n${cell}\n`)].join(
  "\n",
);

const databricks = [
  "# Databricks notebook source\n# MAGIC %md\n# MAGIC # Birds",
  "# MAGIC %sql\n# MAGIC select * from birds",
  "# MAGIC %run ./setup",
  ...work,
].join("\n\n# COMMAND ----------\n\n");

/** The rule, the line in the script and the code there of each finding. */
async function findingsIn(text: string): Promise<unknown> {
  const { findings } = await checkJson(["--preset", "recommended"], {
    cwd: await makeFolder({ "birds_script.py": text }),
  });
  const lines = text.split(/\r?\n/);
  return findings.map(({ rule, start, related, ...rest }) => ({
    rule,
    code: lines[start.line - 1]?.trim(),
    ...(related.length === 0 ? {} : { see: related.map((one) => lines[one.start.line - 1]?.trim()) }),
    ...("cell" in rest ? { cell: rest.cell } : {}),
  }));
}

const leak = {
  rule: "fit-before-split",
  code: "scaled = StandardScaler().fit_transform(rows)",
  see: ["train, test, y_train, y_test = train_test_split(scaled, y, random_state=7)"],
};
const nan = { rule: "nan-equality", code: "return value == np.nan" };

describe("ml-preflight check: scripts of cells", () => {
  for (const [what, script] of [
    ["in jupytext's percent format", percent],
    ["as Databricks exports them", databricks],
    ["as Databricks exports them, without its first line", databricks.slice(databricks.indexOf("\n") + 1)],
  ] as const) {
    it(`finds at lines of the file what is wrong across the cells, ${what}`, async () => {
      deepEqual(await findingsIn(script), [leak, nan]);
      deepEqual(await findingsIn(script.replaceAll("\n", "\r\n")), [leak, nan]);
    });

    it(`turns a rule off for all of the script, from above it and from any cell, ${what}`, async () => {
      const comment = "# preflight: ignore-file[nan-equality]";
      const mark = script === percent ? "# %%" : "# COMMAND ----------";
      deepEqual(await findingsIn(`${comment}\n${script}`), [leak]);
      deepEqual(await findingsIn(`${script}\n${mark}\n${comment}\n`), [leak]);
      deepEqual(await findingsIn(script.replace("broken = (", `${comment}\nbroken = (`)), [leak]);
    });
  }

  it("reads a plain script with a stray mark as what it is", async () => {
    const text = `import numpy as np

def is_missing(value):
# %% the part that matters
    if value == np.nan:
        return 5 % value
    # %% [markdown]
    return 2

usage = """
# %%
%pip install x
"""
`;
    deepEqual(await findingsIn(text), [{ rule: "nan-equality", code: "if value == np.nan:" }]);
  });
});
