import assert from "node:assert/strict";
import { sketch, trace } from "./trace.js";

/** What `show(...)` is called with, in order. */
function shown(source: string): string[] {
  return trace(source, "show(", (event) => event.args.positional.map(sketch).join(", ")).map(
    (line) => line.split(" | ")[1]!,
  );
}

const preamble = "import torch\nimport numpy as np\nimport pandas as pd\n";

function check(program: string, expected: readonly string[]): void {
  assert.deepEqual(shown(preamble + program), expected);
}

describe("names and values", () => {
  it("imports resolve to full paths, whatever they are called here", () => {
    check("import torch.nn.functional as F\nshow(F.relu)\n", ["torch.nn.functional.relu"]);
    check("from torch import nn as layers\nshow(layers.Linear)\n", ["torch.nn.Linear"]);
    check("from torch.nn import CrossEntropyLoss as Loss\nshow(Loss())\n", ["torch.nn.CrossEntropyLoss"]);
    check("import torch.optim\nshow(torch.optim.Adam)\n", ["torch.optim.Adam"]);
    check("import tensorflow as tf\nshow(tf.keras.layers.Dense)\n", ["keras.layers.Dense"]);
    check("from tensorflow.keras import layers\nshow(layers.Dense)\n", ["keras.layers.Dense"]);
    check("try:\n    import cupy as xp\nexcept ImportError:\n    import numpy as xp\nshow(xp)\n", ["cupy or numpy"]);
  });

  it("a local name hides an import of the same name", () => {
    check(
      "from sklearn.model_selection import train_test_split\ndef train_test_split(x):\n    return x\nshow(train_test_split)\n",
      ["function train_test_split"],
    );
  });

  it("what a relative import names is no library", () =>
    check("from .models import ResNet\nshow(ResNet)\n", ["unknown"]));

  it("scopes are the language's own", () => {
    check("x = 1\ndef f():\n    x = 2\n    show(x)\nf()\nshow(x)\n", ["2", "1"]);
    check("x = 1\ndef f():\n    global x\n    x = 2\nf()\nshow(x)\n", ["2"]);
    check(
      "def outer():\n    x = 1\n    def inner():\n        nonlocal x\n        x = 2\n    inner()\n    show(x)\nouter()\n",
      ["2"],
    );
    check("x = 1\nclass C:\n    x = 2\n    def m(self):\n        show(x)\nC().m()\n", ["1"]);
    check("x = 1\n[x for x in [2, 3]]\nshow(x)\n", ["1"]);
  });

  it("tuples, lists and dicts hand out what was put in", () => {
    check("a, (b, c) = 1, (2, 3)\nshow(a, b, c)\n", ["1, 2, 3"]);
    check("a, *rest, z = 1, 2, 3, 4\nshow(a)\n", ["1"]);
    check("config = {'lr': 0.1}\nshow(config['lr'])\n", ["0.1"]);
    check("pair = [1, 2]\nshow(pair[1], pair[-2])\n", ["2, 1"]);
    check("parts = {}\nparts['train'] = 1\nshow(parts['train'])\n", ["1"]);
    check("xs = []\nxs.append(7)\nfor x in xs:\n    show(x)\n", ["7"]);
    check("def f():\n    return 1, 2\na, b = f()\nshow(b)\n", ["2"]);
  });

  it("iteration helpers hand elements through", () => {
    check("for i, x in enumerate((5, 6)):\n    show(x)\n", ["5 or 6"]);
    check("for a, b in zip([1], [2]):\n    show(a, b)\n", ["1, 2"]);
    check("from tqdm import tqdm\nfor x in tqdm([3]):\n    show(x)\n", ["3"]);
    check("for k, v in {'a': 1}.items():\n    show(v)\n", ["1"]);
  });

  it("functions take arguments by position, name and default", () => {
    check("def f(a, b=2, *rest, c=3, **more):\n    show(a, b, c)\nf(1)\nf(1, 5, c=6)\nf(b=8, a=7)\n", [
      "1, 2, 3",
      "1, 5, 6",
      "7, 8, 3",
    ]);
    check("def f(a, b):\n    show(a, b)\nargs = (1, 2)\nf(*args)\nf(**{'a': 3, 'b': 4})\n", ["1, 2", "3, 4"]);
    check("import functools\ndef f(a, b):\n    show(a, b)\ng = functools.partial(f, 1)\ng(b=2)\n", ["1, 2"]);
  });

  it("objects keep their attributes across methods, bases included", () => {
    check(
      "class A:\n    def __init__(self, n):\n        self.n = n\nclass B(A):\n    def __init__(self):\n        super().__init__(5)\n    def go(self):\n        show(self.n)\nB().go()\n",
      ["5"],
    );
    check("class A:\n    size = 3\n    @property\n    def n(self):\n        return self.size\nshow(A().n)\n", ["3"]);
    check(
      "class A:\n    @classmethod\n    def make(cls):\n        return cls()\n    @staticmethod\n    def two(x):\n        return x\nshow(A.make(), A.two(2))\n",
      ["A, 2"],
    );
  });

  it("an attribute that nobody set is one thing in every method", () => {
    const lines = trace(
      "import torch\nclass T:\n    def a(self):\n        self.model.eval()\n    def b(self):\n        self.a()\n        self.model(1)\n",
      "self.model(",
      (event) => String(event.mode),
    );
    assert.deepEqual(lines, ["self.model(1) | 2"]);
  });

  it("annotations say what a parameter is", () =>
    check("def fit(df: pd.DataFrame, x):\n    show(df)\n", ["pandas.DataFrame"]));

  it("literal tests are decided, others join", () => {
    check("x = 1 if True else 2\nshow(x)\n", ["1"]);
    check("x = 1 if unknown() else 2\nshow(x)\n", ["1 or 2"]);
    check("mode = 'fit'\nif mode == 'fit':\n    x = 1\nelse:\n    x = 2\nshow(x)\n", ["1"]);
    check("if unknown():\n    x = 1\nelif unknown():\n    x = 2\nelse:\n    raise ValueError\nshow(x)\n", ["1 or 2"]);
  });

  it("a counter in a loop is no constant", () =>
    check(
      "i = 0\nfor x in xs():\n    i += 1\n    if i == 0:\n        show('first')\n    else:\n        show('later')\n",
      ['"first"', '"later"'],
    ));

  it("library types follow calls", () => {
    check("show(pd.read_csv('a.csv').dropna())\n", ["pandas.DataFrame"]);
    check("from sklearn.preprocessing import StandardScaler\nshow(StandardScaler().fit([1]))\n", [
      "sklearn.preprocessing.StandardScaler",
    ]);
  });
});

describe("values that meet", () => {
  it("stay apart when they are different parts of one thing", () => {
    const split =
      "from sklearn.model_selection import train_test_split\na, b = train_test_split([1], random_state=0)\n";
    const lines = trace(`${split}x = a if unknown() else b\nshow(x)\n`, "show(", (event) =>
      String(event.args.positional.map((value) => (value.kind === "union" ? value.options.length : 1))),
    );
    assert.deepEqual(lines, ["show(x) | 2"]);
  });
});

describe("names that objects have by nature", () => {
  it("are names like any other", () =>
    check(
      "import constructor\nfrom toString import valueOf\nfor x in constructor.hasOwnProperty(1):\n    show(constructor.x, valueOf)\n",
      ["constructor.x, toString.valueOf"],
    ));
});

describe("and, or", () => {
  it("leave out what need not be looked at", () => {
    check("from sklearn.svm import SVC\nx = SVC() or show(1)\ny = None and show(2)\nz = unknown() or show(3)\n", ["3"]);
  });
});
