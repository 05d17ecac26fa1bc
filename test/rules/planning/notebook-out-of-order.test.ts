import { expectFindings } from "../expect-findings.js";

const rule = "notebook-out-of-order";
type Cell = readonly [count: number | undefined, code: string];
const check = (...cells: readonly Cell[]): void =>
  expectFindings(
    rule,
    cells.map(([count, code]) => `# %%${count === undefined ? "" : ` In [${count}]`}\n${code}\n`).join("\n"),
    { path: "notes.ipynb" },
  );
const start: Cell = [1, "import pandas as pd"];

describe(rule, () => {
  it("finds the first cell that ran before what it stands on", () => {
    check(
      start,
      [7, "rows = pd.read_csv('a.csv')"],
      [
        3,
        "rows.head()\n~~~~ This ran before the last run of cell 2, which `rows` comes from, so what it shows may be outdated: restart the kernel and run all cells. So did 1 more of the cells below.",
      ],
      [4, "print(rows.shape)"],
      [8, "rows.tail()"],
    );
  });

  it("sees what is changed in place, and functions that were defined again", () => {
    check(start, [2, "rows = pd.read_csv('a.csv')"], [9, "rows['a'] = 1"], [3, "rows.mean()\n~~~~"]);
    check(start, [2, "rows = pd.read_csv('a.csv')"], [9, "rows.dropna(inplace=True)"], [3, "rows.mean()\n~~~~"]);
    check(start, [2, "model = make()"], [9, "model.fit(1)"], [3, "model.predict(1)\n~~~~~"]);
    check(start, [9, "def clean(rows):\n    return rows"], [3, "kept = clean([1])\n       ~~~~~"]);
    check(start, [4, "rows = pd.read_csv('a.csv')"], [4, "rows.mean()\n~~~~"]);
  });

  it("lets cells that share no work run in any order", () => {
    check(start, [5, "rows = pd.read_csv('a.csv')"], [2, "limit = 3"], [6, "rows.head(limit)"]);
    check(start, [2, "rows = pd.read_csv('a.csv')"], [9, "rows.head()"], [3, "rows.tail()"]);
    check([9, "import pandas as pd"], [2, "rows = pd.read_csv('a.csv')"]);
  });

  it("goes by the last cell above that gives the name its value", () => {
    check(start, [9, "rows = 1"], [2, "rows = pd.read_csv('a.csv')"], [3, "rows.head()"]);
    check(start, [9, "rows = 1"], [3, "rows = pd.read_csv('a.csv')\nrows.head()"]);
    check(start, [9, "for i in range(3):\n    print(i)"], [3, "for i in range(4):\n    print(i)"]);
  });

  it("says nothing where counts are missing", () => {
    check([undefined, "import pandas as pd\nrows = 1"], [undefined, "print(rows)"]);
    check(start, [9, "rows = 1"], [undefined, "rows = pd.read_csv('a.csv')"], [3, "rows.head()"]);
    expectFindings(rule, "import pandas as pd\nrows = 1\nrows\n");
  });
});
