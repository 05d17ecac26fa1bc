import { deepEqual } from "node:assert/strict";
import { states } from "../trace.js";

const header = "import torch\nfrom torch import nn\n\nclass Net(nn.Module):\n    pass\n\n";
const check = (source: string, expected: readonly string[], start?: string): void =>
  deepEqual(states(header + source, start), expected);

describe("ways out of a block", () => {
  it("a return inside a context leaves the context", () => {
    check("def run(m):\n    with torch.no_grad():\n        return m\nmodel = Net()\nrun(model)\nmodel(1)\n", [
      "fresh, grad on",
    ]);
    check(
      "def run(m, early):\n    with torch.no_grad():\n        if early:\n            return m\n    return m\nmodel = Net()\nrun(model, unknown())\nmodel(1)\n",
      ["fresh, grad on"],
    );
  });

  it("so do break and continue", () =>
    check(
      "model = Net()\nfor x in xs():\n    with torch.no_grad():\n        if x:\n            continue\n        break\nmodel(1)\n",
      ["fresh, grad on"],
    ));

  it("the project's own contexts end the same way", () => {
    check(
      "from contextlib import contextmanager\n@contextmanager\ndef evaluating(m):\n    m.eval()\n    yield m\n    m.train()\ndef run(m):\n    with evaluating(m):\n        return m(0)\nmodel = Net()\nrun(model)\nmodel(1)\n",
      ["train, grad on"],
    );
    check(
      "class Off:\n    def __enter__(self):\n        torch.set_grad_enabled(False)\n    def __exit__(self, *args):\n        torch.set_grad_enabled(True)\ndef run(m):\n    with Off():\n        return m\nmodel = Net()\nrun(model)\nmodel(1)\n",
      ["fresh, grad on"],
    );
  });

  it("a return inside a try runs what comes finally", () =>
    check(
      "def run(m):\n    try:\n        m.eval()\n        return m(0)\n    finally:\n        m.train()\nmodel = Net()\nrun(model)\nmodel(1)\n",
      ["train, grad on"],
    ));
});

describe("choices and copies of names", () => {
  it("a conditional expression takes either side from the same state", () =>
    check("model = Net()\nmodel.train() if unknown() else model.eval()\nmodel(1)\n", ["train|eval, grad on"]));

  it("what was made is not None", () =>
    check(
      "def run(m, opt=None):\n    m.train() if opt is not None else m.eval()\n    m(1)\nnet = Net()\nrun(net, torch.optim.SGD(net.parameters(), lr=1))\nrun(net)\n",
      ["train, grad on", "eval, grad on"],
      "m(",
    ));

  it("a module's own train() ends in the inherited one", () =>
    check(
      "class Part(nn.Module):\n    def train(self, mode=True):\n        super().train(mode)\n        return self\nmodel = Part()\nmodel.eval()\nmodel.train()\nmodel(1)\n",
      ["train, grad on"],
    ));

  it("a method of one of several objects is called on each", () =>
    check("a, b = Net(), Net()\nfor m in [a, b]:\n    m.eval()\na(1)\nb(1)\n", ["eval, grad on"], "b("));

  it("the module inside a wrapper shares its mode", () =>
    check("model = nn.DataParallel(Net())\nmodel.module.eval()\nmodel(1)\n", ["eval, grad on"]));

  it("a copy of what may be inside a wrapper has a mode of its own", () =>
    check(
      "from copy import deepcopy\nfrom tools import wrapped\nmodel = Net()\nsmooth = deepcopy(model.module if wrapped(model) else model)\nmodel.train()\nsmooth.eval()\nmodel(1)\n",
      ["train, grad on"],
      "model(",
    ));

  it("a context out of sight that speaks of evaluation may do what it says", () =>
    check("from tools import eval_mode\nmodel = Net()\nwith eval_mode(model):\n    model(1)\n", [
      "unknown, grad on|unknown",
    ]));
});
