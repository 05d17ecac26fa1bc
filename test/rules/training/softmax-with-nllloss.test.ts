import { deepEqual } from "node:assert/strict";
import { expectFindings, findingsOf } from "../expect-findings.js";

const rule = "softmax-with-nllloss";
const head = `import torch
import torch.nn as nn
import torch.nn.functional as F
import pytorch_lightning as pl
`;
const find = (source: string): void => expectFindings(rule, head + source);

describe(rule, () => {
  it("finds the softmax in the argument and under a name", () =>
    find(`loss = F.nll_loss(F.softmax(net(x), dim=1), y)
       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`F.nll_loss\` takes log-probabilities, and this comes from a softmax: use \`log_softmax\` there, or give the scores to \`CrossEntropyLoss\`.
probs = torch.softmax(net(x), -1).view(-1, 10)
other = nn.NLLLoss(reduction="sum")(target=y, input=probs)
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`));

  it("finds the last layer of a model that a function makes, and says it once", () =>
    find(`def build(sizes):
    layers = []
    for a, b in sizes:
        layers += [nn.Linear(a, b), nn.ReLU()]
    layers.append(nn.Softmax(dim=1))
    return nn.Sequential(*layers)

def run(model, loader, criterion, optimizer=None):
    for x, y in loader:
        loss = criterion(model(x), y)
               ~~~~~~~~~~~~~~~~~~~~~~

model = build([(4, 8)])
run(model, train_loader, nn.NLLLoss(), optimizer)
run(model, val_loader, nn.NLLLoss())
`));

  it("finds the forward that is elsewhere than the step", () =>
    expectFindings(
      rule,
      `import pytorch_lightning as pl
from torch import nn
from net import Net

class Lit(pl.LightningModule):
    def __init__(self):
        super().__init__()
        self.net = Net()
        self.criterion = nn.NLLLoss()

    def training_step(self, batch, index):
        x, y = batch
        return self.criterion(self.net(x), y)
               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`,
      {
        files: {
          "net.py": `import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
    def forward(self, x):
        return torch.softmax(self.fc(x), dim=1)
`,
        },
      },
    ));

  it("is silent about logarithms, however they are taken", () =>
    find(`a = F.nll_loss(F.log_softmax(net(x), 1), y)
b = F.nll_loss(torch.log(F.softmax(net(x), 1)), y)
c = F.nll_loss((net(x).softmax(1) + 1e-8).log(), y)
d = nn.NLLLoss()(nn.LogSoftmax(dim=1)(net(x)), y)
`));

  it("is silent about a softmax for metrics only, and about scores that nobody knows", () =>
    find(`logits = net(x)
probs = F.softmax(logits, 1)
accuracy = (probs.argmax(1) == y).float().mean()
loss = F.nll_loss(logits, y)
`));

  it("is silent about a loss of another kind of the same name", () =>
    find(`class NLLLoss(nn.Module):
    def forward(self, probs, y):
        return -torch.log(probs.gather(1, y)).mean()

loss = NLLLoss()(F.softmax(net(x), 1), y)
`));

  it("offers the logarithm", () => {
    const code = `import torch.nn.functional as F\nloss = F.nll_loss(F.softmax(net(x), dim=1), y)\n`;
    const texts = findingsOf(rule, code).flatMap(({ fixes }) => fixes.map(({ edits }) => edits[0]?.newText));
    deepEqual(texts, ["log_softmax"]);
  });
});
