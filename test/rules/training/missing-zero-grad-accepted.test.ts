import { expectFindings } from "../expect-findings.js";

const rule = "missing-zero-grad";
const silent = (source: string, options = {}): void => expectFindings(rule, source, options);
const start = `import torch
from torch import nn, optim

net = nn.Linear(4, 2)
opt = optim.Adam(net.parameters())
loss_of = nn.CrossEntropyLoss()
`;

describe("missing-zero-grad: what is accepted", () => {
  it("accepts gradients that are cleared somewhere in the turn", () => {
    const loop = (before: string, after: string): string =>
      `${start}for i, (x, y) in enumerate(batches):\n${before}    loss_of(net(x), y).backward()\n    opt.step()\n${after}`;
    silent(loop("    opt.zero_grad()\n", ""));
    silent(loop("", "    opt.zero_grad(set_to_none=True)\n"));
    silent(loop("    net.zero_grad()\n", ""));
    silent(loop("    for p in net.parameters():\n        p.grad = None\n", ""));
    silent(loop("    for o in [opt]:\n        o.zero_grad()\n", ""));
  });

  it("accepts accumulation over several batches", () =>
    silent(
      `${start}for i, (x, y) in enumerate(batches):\n    (loss_of(net(x), y) / 4).backward()\n    if (i + 1) % 4 == 0:\n        opt.step()\n        opt.zero_grad()\n`,
    ));

  it("accepts a closure that clears", () =>
    silent(
      `${start}for x, y in batches:\n    def closure():\n        opt.zero_grad()\n        loss = loss_of(net(x), y)\n        loss.backward()\n        return loss\n    opt.step(closure)\n`,
    ));

  it("accepts helpers out of sight that are given the optimizer", () =>
    silent(
      `${start}from tools import prepare_batch\n\nfor x, y in batches:\n    prepare_batch(opt, x)\n    loss_of(net(x), y).backward()\n    opt.step()\n`,
    ));

  it("accepts an engine that clears by itself", () =>
    silent(
      "import deepspeed\nimport torch\n\nengine, optimizer, _, _ = deepspeed.initialize(model=model)\nfor x in data:\n    loss = engine(x)\n    engine.backward(loss)\n    engine.step()\n",
    ));

  it("accepts a single update, an attack, and gradients asked for by name", () => {
    silent(`${start}loss_of(net(x), y).backward()\nopt.step()\n`);
    silent(
      `${start}for x, y in batches:\n    x.requires_grad_()\n    loss_of(net(x), y).backward()\n    x = x + 0.1 * x.grad.sign()\n`,
    );
    silent(`${start}for x, y in batches:\n    g = torch.autograd.grad(loss_of(net(x), y), x)\n    opt.step()\n`);
  });

  it("accepts a step whose caller is out of sight and may clear", () =>
    silent(
      "import torch\n\ndef train_step(model, batch, optimizer):\n    loss = model(batch).mean()\n    loss.backward()\n    optimizer.step()\n    return loss.item()\n",
    ));

  it("leaves Lightning's own loop alone", () =>
    silent(
      "import pytorch_lightning as pl\nimport torch\n\nclass Lit(pl.LightningModule):\n    def training_step(self, batch, i):\n        opt = self.optimizers()\n        for part in batch:\n            self.manual_backward(self(part).mean())\n            opt.step()\n",
    ));

  it("accepts a model and an optimizer that are made for each turn, but not an optimizer alone", () => {
    const turns = (first: string, second: string): string => `import torch

${first}for build in builders:
${second}    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    loss = model(batch).loss
    loss.backward()
    optimizer.step()
`;
    expectFindings("missing-zero-grad", turns("", "    model = build(config)\n"));
    expectFindings(
      "missing-zero-grad",
      turns("model = make(config)\n", "").replace("backward()\n", "backward()\n    ~~~~~~~~~~~~~~~\n"),
    );
  });

  it("accepts a module that clears a part of it which is trained", () =>
    expectFindings(
      rule,
      `import torch

class Noise:
    def prepare(self, known):
        class Whole(torch.nn.Module):
            def __init__(self):
                super().__init__()
                self.known, self.noise = known, Table()

            def forward(self, x):
                return self.noise(x).sum()

        class Table(torch.nn.Module):
            def __init__(self):
                super().__init__()
                self.layer = torch.nn.Embedding(4, 8)

            def forward(self, x):
                return self.layer(x)

        self.whole = Whole()
        self.optimizer = torch.optim.Adam(self.whole.noise.layer.parameters(), lr=1)

    def run(self, loader):
        for x in loader:
            self.whole.zero_grad()
            loss = self.whole(x)
            loss.backward()
            self.optimizer.step()
`,
    ));

  it("accepts gradients that the caller asks to keep", () => {
    const run = (condition: string): string => `${start}
def run(net, rows, keep=False, clears=True):
    for x, y in rows:
        if ${condition}:
            opt.zero_grad()
        loss_of(net(x), y).backward()
        opt.step()

run(net, first)
run(net, second, keep=True)
run(net, second, clears=False)
`;
    silent(run("not keep"));
    silent(run("opt and clears"));
  });
});
