import { equal } from "node:assert/strict";
import { expectFindings, findingsOf } from "../expect-findings.js";

const rule = "missing-zero-grad";
const silent = (source: string, options = {}): void => expectFindings(rule, source, options);

const start = `import torch
from torch import nn, optim

net = nn.Linear(4, 2)
opt = optim.Adam(net.parameters())
loss_of = nn.CrossEntropyLoss()
`;

describe("missing-zero-grad", () => {
  it("marks the backward and says what to call", () =>
    expectFindings(
      rule,
      `${start}
for x, y in batches:
    loss = loss_of(net(x), y)
    loss.backward()
    ~~~~~~~~~~~~~~~ These gradients add to those of the last turn: call \`opt.zero_grad()\` before \`backward()\`.
    opt.step()
`,
    ));

  it("knows parameters by what is done with them", () =>
    expectFindings(
      rule,
      `import torch as t

def train(model, data, optimizer, criterion):
    for x, y in data:
        criterion(model(x), y).backward()
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        t.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
`,
    ));

  it("follows helpers in both directions", () => {
    expectFindings(
      rule,
      `${start}
def update(loss):
    loss.backward()
    ~~~~~~~~~~~~~~~
    opt.step()

for x, y in batches:
    update(loss_of(net(x), y))
`,
    );
    silent(
      `${start}\ndef clear():\n    net.zero_grad()\n\nfor x, y in batches:\n    clear()\n    loss_of(net(x), y).backward()\n    opt.step()\n`,
    );
  });

  it("keeps two optimizers apart", () =>
    expectFindings(
      rule,
      `import torch
from torch import nn

gen, dis = nn.Linear(2, 2), nn.Linear(2, 1)
opt_g = torch.optim.Adam(gen.parameters())
opt_d = torch.optim.Adam(dis.parameters())
for real in data:
    dis.zero_grad()
    dis(real).mean().backward()
    opt_d.step()
    dis(gen(real)).mean().backward()
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ These gradients add to those of the last turn: call \`opt_g.zero_grad()\` before \`backward()\`.
    opt_g.step()
`,
    ));

  it("sees mixed precision and Accelerate", () => {
    expectFindings(
      rule,
      `${start}
scaler = torch.cuda.amp.GradScaler()
for x, y in batches:
    with torch.autocast("cuda"):
        loss = loss_of(net(x), y)
    scaler.scale(loss).backward()
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    scaler.step(opt)
    scaler.update()
`,
    );
    expectFindings(
      rule,
      `${start}
from accelerate import Accelerator

accelerator = Accelerator()
net, opt, batches = accelerator.prepare(net, opt, batches)
for x, y in batches:
    accelerator.backward(loss_of(net(x), y))
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    opt.step()
`,
    );
  });

  it("puts the call before the statement", () =>
    equal(
      findingsOf(rule, `${start}for x, y in batches:\n    loss_of(net(x), y).backward()\n    opt.step()\n`)[0]?.fixes[0]
        ?.edits[0]?.newText,
      "opt.zero_grad()\n    ",
    ));

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

  describe("of a class that inherits its optimizers", () => {
    /** A painter against a critic: what both are made of stands in a class of another file. */
    const files = {
      "base.py": `import torch
from makers import make_net

class Base:
    def __init__(self, options):
        self.options = options
        self.painter = make_net(options["painter"])
        self.critic = make_net(options["critic"])
        self.judge = make_net(options["judge"]["gan"])
        self.painter.train()
        self.make_optimizers()

    def make_optimizers(self):
        self.paint_opt = torch.optim.Adam(self.painter.parameters(), lr=self.options["lr"])
        self.critic_opt = torch.optim.Adam(self.critic.parameters(), lr=self.options["lr"])

    def feed(self, batch):
        self.sketch = batch["sketch"].to("cuda")
        self.photo = batch["photo"].to("cuda")

    def one_step(self):
        self.critic_opt.zero_grad()
        self.paint_opt.zero_grad()
`,
    };
    const steps = (clear: string, optimizer: string, mark: string): string => `import torch
from base import Base

class Relativistic(Base):
    def one_step(self):
        self.paint_opt.zero_grad()
        self.painted = self.painter(self.sketch)
        if self.options["warm"]:
            self.judge(self.critic(self.painted), True).backward()
            self.paint_opt.step()
        ${clear}
        real = self.judge(self.critic(self.photo), True)
        fake = self.judge(self.critic(self.painted.detach()), False)
        (real + fake).backward()
${mark}        self.${optimizer}.step()
`;

    it("finds the one that nothing clears", () =>
      expectFindings(rule, steps("pass", "critic_opt", "        ~~~~~~~~~~~~~~~~~~~~~~~~\n"), { files }));

    it("accepts one that is cleared, here or by an inherited method", () => {
      silent(steps("self.critic_opt.zero_grad()", "critic_opt", ""), { files });
      silent(steps("self.clear()", "critic_opt", ""), {
        files: { "base.py": `${files["base.py"]}\n    def clear(self):\n        self.critic_opt.zero_grad()\n` },
      });
      silent(steps("super().one_step()", "critic_opt", ""), { files });
    });

    it("accepts a class whose base is out of sight", () =>
      silent(steps("pass", "critic_opt", "").replace("from base", "from elsewhere")));
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
});
