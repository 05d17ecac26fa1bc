import assert from "node:assert/strict";
import { inMemoryWorkspace } from "../rules/in-memory-workspace.js";
import { modelOf, modeNames } from "./trace.js";

const net = `
import torch
from torch import nn

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(2, 2)
    def forward(self, x):
        return self.layer(x)
`;

/** The modes of the model at the calls of `model` in main.py. */
function modes(main: string, files: Readonly<Record<string, string>>): string[] {
  const model = modelOf(main, inMemoryWorkspace(files));
  return model.calls
    .filter((event) => model.text(event.call).startsWith("model("))
    .map((event) => modeNames(event.mode));
}

describe("imports within the workspace", () => {
  it("classes and helpers of other files are followed", () =>
    assert.deepEqual(
      modes(
        "import torch\nfrom nets import Net\nfrom pkg.tools import quiet\nmodel = Net()\nquiet(model)\nmodel(1)\n",
        {
          "nets.py": net,
          "pkg/__init__.py": "",
          "pkg/tools.py": "def quiet(m):\n    m.eval()\n",
        },
      ),
      ["eval"],
    ));

  it("modules, re-exports and stars lead to the same place", () => {
    const files = { "nets.py": net, "pkg/__init__.py": "from .deep import Net\n", "pkg/deep.py": net };
    assert.deepEqual(modes("import torch\nimport nets\nmodel = nets.Net()\nmodel(1)\n", files), ["fresh"]);
    assert.deepEqual(modes("import torch\nfrom pkg import Net\nmodel = Net()\nmodel(1)\n", files), ["fresh"]);
    assert.deepEqual(modes("import torch\nfrom nets import *\nmodel = Net()\nmodel.eval()\nmodel(1)\n", files), [
      "eval",
    ]);
  });

  it("only what happens in the file itself is its own", () => {
    const model = modelOf(
      "import torch\nfrom tools import run\nrun()\n",
      inMemoryWorkspace({ "tools.py": "import torch\ndef run():\n    torch.rand(1)\n" }),
    );
    assert.deepEqual(
      model.calls.map((event) => model.text(event.call)),
      ["run()"],
    );
  });

  it("files that import each other end", () =>
    assert.deepEqual(
      modes("import torch\nfrom a import Net\nmodel = Net()\nmodel(1)\n", {
        "a.py": `from b import helper\n${net}`,
        "b.py": "from a import Net\ndef helper():\n    return Net()\n",
      }),
      ["fresh"],
    ));
});

describe("files that import a name in a circle", () => {
  it("know nothing of it", () =>
    assert.deepEqual(
      modes("import torch\nfrom a import model\nmodel(1)\n", {
        "a.py": "from b import model\n",
        "b.py": "from a import model\n",
      }),
      ["unknown"],
    ));
});

describe("an import inside a function", () => {
  it("binds the module for every function that imports it", () =>
    assert.deepEqual(
      modes(
        "import torch\ndef eval_a(x):\n    from nets import Net\n    model = Net()\n    model(x)\ndef eval_b(x):\n    from nets import Net\n    model = Net()\n    model(x)\n",
        { "nets.py": net },
      ),
      ["fresh", "fresh"],
    ));
});

describe("a script part", () => {
  it("runs in the file under check, not in what it imports", () => {
    const main = "import torch\nfrom other import Net\nif __name__ == '__main__':\n    model = Net()\n    model(1)\n";
    const other = `${net}\nif __name__ == '__main__':\n    Net = None\n`;
    assert.deepEqual(modes(main, { "other.py": other }), ["fresh"]);
  });
});
