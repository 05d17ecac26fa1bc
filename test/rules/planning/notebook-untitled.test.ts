import { equal } from "node:assert/strict";
import { findingsOf } from "../expect-findings.js";

const rule = "notebook-untitled";
const count = (path: string): number => findingsOf(rule, "# %%\nimport pandas as pd\n", { path }).length;

describe(rule, () => {
  it("finds the names that tools give", () => {
    for (const name of [
      "Untitled",
      "Untitled12",
      "untitled-3",
      "Copy of churn",
      "churn-Copy1",
      "notebook1",
      "churn (2)",
    ])
      equal(count(`notebooks/${name}.ipynb`), 1, name);
  });

  it("lets people call their work as they like", () => {
    for (const name of [
      "churn",
      "01-explore",
      "untitled-letters",
      "copy-editing",
      "notebook-for-teachers",
      "model(2)b",
    ])
      equal(count(`notebooks/${name}.ipynb`), 0, name);
    equal(count("untitled.py"), 0);
  });
});
