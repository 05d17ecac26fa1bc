import { expectFindings } from "../expect-findings.js";

const rule = "gradient-accumulation-unscaled";
const check = (source: string, options = {}): void => expectFindings(rule, source, options);

const start = `import torch
from torch import nn
import torch.nn.functional as F

net = nn.Linear(4, 2)
opt = torch.optim.Adam(net.parameters())
loss_of = nn.CrossEntropyLoss()
`;

describe("gradient-accumulation-unscaled in objects", () => {
  describe("of an object that is told when to step", () => {
    const told = (argument: string, mark = ""): string => `${start}
class Stepper:
    def __init__(self):
        self.scaler = torch.amp.GradScaler("cuda")

    def __call__(self, loss, need_update=True):
        self.scaler.scale(loss).backward()${mark}
        if need_update:
            self.scaler.step(opt)
            self.scaler.update()

def fit(stepper: Stepper):
    for i, (x, y) in enumerate(batches):
        opt.zero_grad()
        stepper(loss_of(net(x), y)${argument})
`;
    it("accepts a step in every turn, by default or by the caller's word", () => {
      check(told(""));
      check(told(", need_update=True"));
    });
    it("finds the sum over several turns", () =>
      check(told(", need_update=(i + 1) % 4 == 0", "\n        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~")));
  });

  const counted = (loss: string): string => `import torch

class Learner:
    def __init__(self, net, every=8):
        self.net, self.every, self.turns = net, every, 0
        self.opt = torch.optim.SGD(net.parameters(), lr=0.1)

    def is_due(self):
        return self.turns % self.every == 0

    def take(self, x, y):
        ${loss}
        self.turns += 1
        if self.is_due():
            self.opt.step()
            self.opt.zero_grad()
`;
  it("finds the sum up to a turn that a method counts", () =>
    check(
      counted(`torch.nn.functional.cross_entropy(self.net(x), y).backward()
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`),
    ));
  it("accepts a divided loss there", () =>
    check(counted("(torch.nn.functional.cross_entropy(self.net(x), y) / self.every).backward()")));

  it("finds it beside divisions that are about something else", () =>
    check(`${start}
updates = len(batches) // every
for i, (x, y) in enumerate(batches):
    loss = loss_of(net(x), y)
    total += loss.item() / every
    loss.backward()
    ~~~~~~~~~~~~~~~
    if (i + 1) % every == 0:
        opt.step()
        opt.zero_grad()
`));

  it("accepts a weight that the model is handed", () =>
    check(`${start}
for i, batch in enumerate(batches):
    loss = net(batch, weight=1 / every).loss
    loss.backward()
    if (i + 1) % every == 0:
        opt.step()
        opt.zero_grad()
`));
});
