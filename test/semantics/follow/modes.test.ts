import assert from "node:assert/strict";
import { states } from "../trace.js";

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

function check(program: string, expected: readonly string[], start?: string): void {
  assert.deepEqual(states(net + program, start), expected);
}

describe("mode and gradients at a forward call", () => {
  it("a new module is in train mode, and gradients are on", () =>
    check("model = Net()\nmodel(1)\n", ["fresh, grad on"]));

  it("eval, train and train(False) say so", () =>
    check("model = Net()\nmodel.eval()\nmodel(1)\nmodel.train()\nmodel(2)\nmodel.train(False)\nmodel(3)\n", [
      "eval, grad on",
      "train, grad on",
      "eval, grad on",
    ]));

  it("chained construction keeps the object", () =>
    check('model = Net().to("cuda").eval()\nmodel(1)\n', ["eval, grad on"]));

  it("a branch leaves both", () =>
    check("model = Net()\nif unknown():\n    model.eval()\nmodel(1)\n", ["eval|fresh, grad on"]));

  it("a branch whose test is known leaves one", () =>
    check(
      "def run(model, train):\n    if train:\n        model.train()\n    else:\n        model.eval()\n    model(1)\nrun(Net(), False)\n",
      ["eval, grad on"],
    ));

  it("a path that returns does not reach what follows", () =>
    check(
      "def run(model, early):\n    if early:\n        model.eval()\n        return\n    model(1)\nrun(Net(), unknown())\n",
      ["fresh, grad on"],
    ));

  it("the second iteration knows what the first one left", () =>
    check("model = Net()\nmodel.train()\nfor epoch in range(3):\n    model(1)\n    model.eval()\n", [
      "train|eval, grad on",
    ]));

  it("a loop over a few words is run word by word", () =>
    check(
      'model = Net()\nfor phase in ["train", "val"]:\n    if phase == "train":\n        model.train()\n    else:\n        model.eval()\n    with torch.set_grad_enabled(phase == "train"):\n        model(1)\n',
      ["train, grad on", "eval, grad off"],
    ));

  it("break and continue carry their state", () => {
    check(
      "model = Net()\nmodel.train()\nwhile True:\n    if unknown():\n        model.eval()\n        break\nmodel(1)\n",
      ["eval, grad on"],
    );
    check(
      "model = Net()\nmodel.train()\nfor x in xs():\n    if unknown():\n        model.eval()\n        continue\n    model.train()\nmodel(1)\n",
      ["train|eval, grad on"],
    );
  });

  it("a handler may start with the body done or not", () =>
    check("model = Net()\nmodel.train()\ntry:\n    model.eval()\nexcept ValueError:\n    model(1)\n", [
      "train|eval, grad on",
    ]));

  it("helpers, nested helpers and methods take effect", () => {
    check("def freeze(m):\n    m.eval()\ndef prepare(m):\n    freeze(m)\nmodel = Net()\nprepare(model)\nmodel(1)\n", [
      "eval, grad on",
    ]);
    check(
      "class Runner:\n    def __init__(self, net):\n        self.net = net\n    def quiet(self):\n        self.net.eval()\n    def go(self):\n        self.quiet()\n        self.net(1)\nRunner(Net()).go()\n",
      ["eval, grad on"],
      "self.net(",
    );
  });

  it("a submodule follows its owner, and may go its own way", () => {
    check("model = Net()\nmodel.eval()\nmodel.layer(1)\n", ["eval, grad on"], "model.layer(");
    check("model = Net()\nmodel.train()\nmodel.layer.eval()\nmodel.layer(1)\n", ["eval, grad on"], "model.layer(");
  });

  it("wrappers share the mode of what they wrap", () => {
    check("model = nn.DataParallel(Net())\nmodel.eval()\nmodel(1)\n", ["eval, grad on"]);
    check("net = Net()\nmodel = torch.compile(net)\nnet.eval()\nmodel(1)\n", ["eval, grad on"]);
    check(
      "from accelerate import Accelerator\nmodel, opt = Accelerator().prepare(Net(), 1)\nmodel.eval()\nmodel(1)\n",
      ["eval, grad on"],
    );
  });

  it("a copy has its own mode from then on", () =>
    check("import copy\nnet = Net()\nnet.eval()\nmodel = copy.deepcopy(net)\nnet.train()\nmodel(1)\n", [
      "eval, grad on",
    ]));

  it("nothing is known of what a caller hands in", () =>
    check("def score(model, x):\n    return model(x)\n", ["unknown, grad on|unknown"]));

  it("recursion ends", () =>
    check("def walk(model, n):\n    model.eval()\n    walk(model, n - 1)\n    model(1)\nwalk(Net(), 3)\n", [
      "eval, grad on",
    ]));
});

describe("gradient state", () => {
  it("contexts and decorators switch it off and give it back", () => {
    check("model = Net()\nwith torch.no_grad():\n    model(1)\nmodel(2)\n", ["fresh, grad off", "fresh, grad on"]);
    check("@torch.no_grad()\ndef run(model):\n    model(1)\nrun(Net())\n", ["fresh, grad off"]);
    check("@torch.inference_mode()\ndef run(model):\n    with torch.enable_grad():\n        model(1)\nrun(Net())\n", [
      "fresh, grad on",
    ]);
  });

  it("a statement keeps it off", () =>
    check("model = Net()\ntorch.set_grad_enabled(False)\nmodel(1)\ntorch.set_grad_enabled(True)\nmodel(2)\n", [
      "fresh, grad off",
      "fresh, grad on",
    ]));

  it("the caller's context counts", () =>
    check("def run(model):\n    model(1)\nwith torch.no_grad():\n    run(Net())\n", ["fresh, grad off"]));

  it("the project's own context managers and wrappers are followed", () => {
    check(
      "from contextlib import contextmanager\n@contextmanager\ndef evaluating(m):\n    m.eval()\n    with torch.no_grad():\n        yield m\n    m.train()\nmodel = Net()\nwith evaluating(model):\n    model(1)\nmodel(2)\n",
      ["eval, grad off", "train, grad on"],
    );
    check(
      "import functools\ndef quiet(f):\n    @functools.wraps(f)\n    def inner(*args, **kwargs):\n        with torch.no_grad():\n            return f(*args, **kwargs)\n    return inner\n@quiet\ndef run(model):\n    model(1)\nrun(Net())\n",
      ["fresh, grad off"],
    );
    check(
      "class Off:\n    def __enter__(self):\n        torch.set_grad_enabled(False)\n    def __exit__(self, *args):\n        torch.set_grad_enabled(True)\nmodel = Net()\nwith Off():\n    model(1)\nmodel(2)\n",
      ["fresh, grad off", "fresh, grad on"],
    );
  });

  it("a context chosen at run time may be either", () =>
    check(
      "from contextlib import nullcontext\nmodel = Net()\nwith (torch.no_grad() if unknown() else nullcontext()):\n    model(1)\n",
      ["fresh, grad on|off"],
    ));
});

describe("a function that nobody in sight calls", () => {
  it("is followed for both answers of a flag", () =>
    check(
      "def run(model, x, train=True):\n    if train:\n        model.train()\n    else:\n        model.eval()\n    with torch.set_grad_enabled(train):\n        model(x)\n",
      ["train, grad on", "eval, grad off"],
    ));

  it("is followed with and without an optional argument", () =>
    check(
      "def run(model, x, optimizer=None):\n    training = optimizer is not None\n    model.train(training)\n    model(x)\n",
      ["train, grad on|unknown", "eval, grad on|unknown"],
    ));

  it("knows no mode of its own class", () =>
    check(
      "class Big(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.net = Net()\n    def predict(self, x):\n        return self.net(x)\n",
      ["unknown, grad on|unknown"],
      "self.net(",
    ));
});
