import { expectFindings } from "../expect-findings.js";

const rule = "scheduler-before-optimizer";

const head = `import torch
from torch import optim
from torch.optim.lr_scheduler import CosineAnnealingLR as Cosine

net = torch.nn.Linear(4, 2)
opt = optim.SGD(net.parameters(), lr=0.1)
plan = Cosine(opt, T_max=10)
`;

const silent = (source: string): void => expectFindings(rule, head + source);

describe(rule, () => {
  it("finds the scheduler at the head of the batch loop", () =>
    expectFindings(
      rule,
      `${head}for x, y in batches:
    plan.step()
    ~~~~~~~~~~~ \`plan.step()\` runs before the first \`opt.step()\`: move it behind.
    opt.zero_grad()
    net(x).sum().backward()
    opt.step()
`,
    ));

  it("finds it at the head of the epoch, with the updates in a function", () =>
    expectFindings(
      rule,
      `${head}def one_epoch():
    for x, y in batches:
        opt.zero_grad()
        net(x).sum().backward()
        opt.step()

for epoch in range(3):
    plan.step()
    ~~~~~~~~~~~
    one_epoch()
`,
    ));

  it("finds it across the methods of a trainer", () =>
    expectFindings(
      rule,
      `import torch

class Trainer:
    def __init__(self, net):
        self.net = net
        self.optimizer = torch.optim.Adam(net.parameters())
        self.lr_scheduler = torch.optim.lr_scheduler.StepLR(self.optimizer, 5)

    def fit(self, loader):
        for epoch in range(9):
            self.lr_scheduler.step()
            ~~~~~~~~~~~~~~~~~~~~~~~~
            self.run(loader)

    def run(self, loader):
        for x in loader:
            self.optimizer.zero_grad()
            self.net(x).mean().backward()
            self.optimizer.step()
`,
    ));

  it("knows bare parameters by their names", () =>
    expectFindings(
      rule,
      `import torch

def train(net, optimizer, scheduler, loader):
    for x in loader:
        optimizer.zero_grad()
        net(x).mean().backward()
        scheduler.step()
        ~~~~~~~~~~~~~~~~
        optimizer.step()
`,
    ));

  it("counts the step of a gradient scaler", () =>
    expectFindings(
      rule,
      `${head}scaler = torch.amp.GradScaler()
for x, y in batches:
    opt.zero_grad()
    scaler.scale(net(x).sum()).backward()
    plan.step()
    ~~~~~~~~~~~ \`plan.step()\` runs before the first \`scaler.step()\`: move it behind.
    scaler.step(opt)
    scaler.update()
`,
    ));

  it("accepts the right order, by batch and by epoch", () => {
    silent("for x in batches:\n    opt.zero_grad()\n    net(x).sum().backward()\n    opt.step()\n    plan.step()\n");
    silent(
      "for e in range(3):\n    for x in batches:\n        opt.zero_grad()\n        net(x).sum().backward()\n        opt.step()\n    plan.step()\n",
    );
  });

  it("accepts a step that the first epoch skips", () =>
    silent(
      "for e in range(3):\n    if e > 0:\n        plan.step()\n    for x in batches:\n        opt.zero_grad()\n        net(x).sum().backward()\n        opt.step()\n",
    ));

  it("accepts an update ahead of the loop", () =>
    silent(
      "opt.step()\nfor e in range(3):\n    plan.step()\n    for x in batches:\n        opt.zero_grad()\n        net(x).sum().backward()\n        opt.step()\n",
    ));

  it("accepts a scheduler that is told its epoch", () =>
    silent(
      "for e in range(3):\n    plan.step(e)\n    for x in batches:\n        opt.zero_grad()\n        net(x).sum().backward()\n        opt.step()\n",
    ));

  it("accepts accumulation, where both steps stand in one branch", () =>
    silent(
      "for i, x in enumerate(batches):\n    net(x).sum().backward()\n    if (i + 1) % 4 == 0:\n        opt.step()\n        plan.step()\n        opt.zero_grad()\n",
    ));

  it("leaves other things that step alone", () => {
    silent("for x in batches:\n    env.step()\n    opt.step()\n");
    silent(
      "class Plan:\n    def step(self):\n        pass\nscheduler = Plan()\nfor x in batches:\n    scheduler.step()\n    opt.step()\n",
    );
  });

  it("finds it ahead of the update in the branch that both stand in", () => {
    expectFindings(
      rule,
      `${head}for i, x in enumerate(batches):
    net(x).sum().backward()
    if (i + 1) % every == 0:
        plan.step()
        ~~~~~~~~~~~
        if half:
            scaler.step(opt)
        else:
            opt.step()
        opt.zero_grad()
`,
    );
    silent("for i, x in enumerate(batches):\n    if i % 2 == 0:\n        plan.step()\n    else:\n        opt.step()\n");
  });

  describe("with an optimizer for each of two networks", () => {
    const script = (last: string): string => `import torch
from torch.optim.lr_scheduler import StepLR

def train(coder, judge, loader):
    opt_c, opt_j = torch.optim.Adam(coder.parameters()), torch.optim.Adam(judge.parameters())
    slow_c, slow_j = StepLR(opt_c, 10), StepLR(opt_j, 10)
    for x in loader:
        opt_c.zero_grad()
        coder(x).mean().backward()
        opt_c.step()
        slow_c.step()
        opt_j.zero_grad()
        judge(x).mean().backward()
${last}
`;
    it("finds the schedule that is ahead of its own optimizer", () =>
      expectFindings(rule, script("        slow_j.step()\n        ~~~~~~~~~~~~~\n        opt_j.step()")));
    it("accepts each behind its own", () =>
      expectFindings(rule, script("        opt_j.step()\n        slow_j.step()")));
  });

  it("accepts a helper that leaves out the first turn", () =>
    expectFindings(
      rule,
      `import torch

class Rate:
    def __init__(self, adam):
        self.steps = torch.optim.lr_scheduler.StepLR(adam, 9)
        self.first = True

    def begin(self):
        if not self.first:
            self.steps.step()
        self.first = False

def train(net, loader):
    adam = torch.optim.Adam(net.parameters())
    rate = Rate(adam)
    for x, y in loader:
        rate.begin()
        adam.zero_grad()
        torch.nn.functional.mse_loss(net(x), y).backward()
        adam.step()
`,
    ));
});
