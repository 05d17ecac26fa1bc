import { expectFindings } from "./expect-findings.js";

const check = (rule: string, ...cells: readonly string[]): void =>
  expectFindings(rule, cells.map((cell) => `# %%${cell}\n`).join("\n"), { path: "notes.ipynb" });

const imports = `
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
import pandas as pd`;

const split = `
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))`;

describe("lineage across the cells of a notebook", () => {
  it("goes by what a name stands for where it is used, not by what it is three cells later", () => {
    check(
      "fit-before-split",
      imports,
      "\nX = pd.read_csv('a.csv')\ny = X.pop('y')",
      "\nX = StandardScaler().fit_transform(X)\n                     ~~~~~~~~~~~~~",
      split,
      "\nX = pd.read_csv('other.csv')\nX.describe()",
    );
    check(
      "fit-before-split",
      imports,
      "\nX = pd.read_csv('a.csv')\nX = StandardScaler().fit_transform(X)",
      "\nX = pd.read_csv('other.csv')\ny = X.pop('y')",
      split,
    );
  });

  it("follows the order of the cells, whatever the counts say", () => {
    check(
      "fit-before-split",
      ` In [1]${imports}`,
      " In [2]\nX = pd.read_csv('a.csv')\ny = X.pop('y')",
      " In [9]\nX = StandardScaler().fit_transform(X)\n                     ~~~~~~~~~~~~~",
      ` In [3]${split}`,
    );
    check(
      "fit-before-split",
      ` In [1]${imports}`,
      " In [2]\nX = pd.read_csv('a.csv')\ny = X.pop('y')",
      ` In [9]${split}`,
      " In [3]\nX = StandardScaler().fit_transform(X)",
    );
  });

  it("knows models by the cell that made them", () => {
    check(
      "evaluate-on-train",
      imports,
      "\nrows = pd.read_csv('a.csv')\ny = rows.pop('y')\nX_train, X_test, y_train, y_test = train_test_split(rows, y, random_state=1)",
      "\nmodel = LogisticRegression().fit(X_train, y_train)",
      "\nX_train = X_test\ny_train = y_test",
      "\nmodel.score(X_train, y_train)",
    );
  });
});
