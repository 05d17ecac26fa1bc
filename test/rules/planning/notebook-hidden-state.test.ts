import { expectFindings } from "../expect-findings.js";

const rule = "notebook-hidden-state";
const check = (...cells: readonly string[]): void =>
  expectFindings(rule, ["# %% In [1]\nimport pandas as pd\n", ...cells].join("\n# %% In [2]\n"), {
    path: "notes.ipynb",
  });

describe(rule, () => {
  it("finds names that no cell sets, once each", () => {
    check(
      "rows = pd.read_csv('a.csv')",
      "model.fit(rows)\n~~~~~ No cell sets `model`: it lives in the memory of a kernel alone. Bring back the cell that made it.",
      "model.predict(rows)",
    );
    check("rows = pd.read_csv(path)\n                   ~~~~");
    check("def load():\n    return pd.read_csv(folder)\n                       ~~~~~~", "rows = load()");
    check("values = [scale(v) for v in range(3)]\n          ~~~~~");
    check("class Rows:\n    limit = most\n            ~~~~\n    def first(self):\n        return self.limit");
    check("print(f'{score:.2f}')\n         ~~~~~");
    check("total += 1\n~~~~~");
  });

  it("waits until a cell has run, which may still be being written", () => {
    expectFindings(rule, "# %% In [1]\nimport pandas as pd\n# %%\nmodel.fit()\n", { path: "notes.ipynb" });
  });

  it("finds names that only a cell below sets", () => {
    check(
      "rows.head()\n~~~~ `rows` is set only further down, in cell 3: run from top to bottom, this stops with a NameError. Move that cell above this one.",
      "rows = pd.read_csv('a.csv')",
    );
    check("for row in rows:\n           ~~~~\n    print(row)", "rows = pd.read_csv('a.csv')");
    check("print(clean)\n      ~~~~~", "def clean(rows):\n    return rows.dropna()");
  });

  it("knows the scopes of Python", () => {
    check("def use(a, *rest, b=1, **more):\n    c = a + b\n    return [c, rest, more]");
    check("total = sum(x * y for x in range(3) for y in range(x))");
    check("key = lambda row: row[0]\nbest = max([[1]], key=key)");
    check("try:\n    fast\nexcept NameError as error:\n    print(error)");
    check("with open('a') as file, open('b') as (one, two):\n    print(file, one, two)");
    check("first, (second, *others) = 1, (2, 3)\nprint(first, second, others)");
    check("if (found := pd.read_csv('a.csv')).empty:\n    print(found)");
    check("match 3:\n    case [a, b]:\n        print(a, b)\n    case other:\n        print(other)");
    check("def start():\n    global started\n    started = True", "start()\nprint(started)");
    check("class Box:\n    size = 3\n    wide = size * 2", "print(Box.wide, Box.__name__, __name__)");
    check("def outer():\n    n = 0\n    def inner():\n        nonlocal n\n        n += 1\n    return inner");
    check("import os.path\nfrom pathlib import Path as P\nprint(os.sep, P)");
    check("values = [a := 3, a][(b := 1) :]\nprint(a, b, [c for _ in values if (c := 1)], c)");
    check("rows = [row for row in row]\n                       ~~~");
    check("def outer():\n    n = 1\n    def inner():\n        global n\n        n = 2\n    return n + 1", "outer()");
    check("def later():\n    return rows", "rows = pd.read_csv('a.csv')\nlater()");
    check("while True:\n    if 1 > 2:\n        print(seen)\n    seen = 1");
  });

  it("knows what kernels and platforms give", () => {
    check("display(Out[1], _, __, _3, In[0])\nget_ipython()\nspark.sql('select 1')\ndbutils.fs.ls('/')");
  });

  it("is silent where names may come from elsewhere", () => {
    check("%run helpers.ipynb", "model.fit()");
    check("from helpers import *", "model.fit()");
    check("%load_ext kedro.ipython", "catalog.load('a')");
    check("exec(open('helpers.py').read())", "model.fit()");
    check("x = (", "model.fit()");
    check("%%R -o fitted\nfitted <- 3", "print(fitted)");
    check("%%capture logs\nprint(1)", "print(logs)");
    check("files = !ls data", "print(files)");
    check("%store -r rows", "print(rows)");
  });

  it("looks through magics that bring no names", () => {
    check("%matplotlib inline\n%load_ext autoreload\n!pip install x\n%time y = 3", "print(y)\nmodel.fit()\n~~~~~");
  });

  it("leaves alone cells that show their error, files that are no notebooks, and those without machine learning", () => {
    check("model.fit()\n#> NameError: name 'model' is not defined");
    expectFindings(rule, "import pandas\nmodel.fit()\n");
    expectFindings(rule, "# %%\nprint(model)\n", { path: "notes.ipynb" });
  });
});
