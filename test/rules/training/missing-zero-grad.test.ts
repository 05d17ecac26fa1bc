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

  it("accepts every optimizer of a table being cleared, and a module that the loss comes through", () => {
    expectFindings(
      "missing-zero-grad",
      `import torch

def optimizers(net, extra):
    made = {"all": torch.optim.SGD(net.parameters(), 0.1) if extra is None else torch.optim.Adam(net.parameters())}
    if extra is not None:
        made["extra"] = torch.optim.RMSprop(extra)
    return made

def train(net, batches, extra):
    table = optimizers(net, extra)
    for x, y in batches:
        for opt in table.values():
            opt.zero_grad()
        ((net(x) - y) ** 2).mean().backward()
        for opt in table.values():
            opt.step()
`,
    );
    expectFindings(
      "missing-zero-grad",
      `import torch

class Pair:
    def __init__(self, judge, actor, kind):
        self.judge, self.actor = judge, actor
        self.opt = kind(self.actor.parameters(), lr=1e-3)

    def update(self, batches):
        self.judge.train()
        self.actor.train()
        for x, y in batches:
            loss = torch.nn.functional.mse_loss(self.judge(x), y)
            self.judge.zero_grad()
            loss.backward()
            self.opt.step()
`,
    );
  });
});
