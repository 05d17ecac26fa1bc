import { deepEqual } from "node:assert/strict";
import { expectFindings, findingsOf } from "../expect-findings.js";

const rule = "missing-eval-mode";

/** A net whose layers behave differently in the two modes, and one epoch of training. */
const head = `import torch
from torch import nn, optim

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Dropout(0.3), nn.Linear(16, 4))

    def forward(self, x):
        return self.body(x)

net = Net()
opt = optim.SGD(net.parameters(), lr=0.1)
crit = nn.CrossEntropyLoss()

def train_one(net, loader):
    net.train()
    for x, y in loader:
        opt.zero_grad()
        loss = crit(net(x), y)
        loss.backward()
        opt.step()

`;

describe("missing-eval-mode", () => {
  it("reports the pass of a validation function in the same file", () =>
    expectFindings(
      rule,
      `${head}
def validate(model, loader):
    hits = 0
    with torch.no_grad():
        for x, y in loader:
            hits += (model(x).argmax(1) == y).sum().item()
                     ~~~~~~~~ \`model\` is in train mode here: call \`model.eval()\` first.
    return hits

for epoch in range(5):
    train_one(net, train_loader)
    validate(net, val_loader)
`,
    ));

  it("reports a model that nobody ever set a mode on", () =>
    expectFindings(
      rule,
      `import torch as th
import torch.nn as layers

model = layers.Sequential(layers.Linear(4, 4), layers.BatchNorm1d(4))
opt = th.optim.Adam(model.parameters())
for x, y in batches:
    opt.zero_grad()
    layers.functional.mse_loss(model(x), y).backward()
    opt.step()
with th.inference_mode():
    predictions = model(held_out)
                  ~~~~~~~~~~~~~~~
`,
    ));

  it("needs no gradient context where a held-out loop scores", () =>
    expectFindings(
      rule,
      `${head}
train_one(net, train_loader)
correct = 0
for x, y in test_loader:
    out = net(x)
          ~~~~~~
    _, predicted = torch.max(out.data, 1)
    correct += (predicted == y).sum().item()
`,
    ));

  it("follows methods and attributes of a trainer", () =>
    expectFindings(
      rule,
      `import torch
from torchvision import models

class Trainer:
    def __init__(self):
        self.model = models.resnet50(num_classes=5)
        self.optimizer = torch.optim.AdamW(self.model.parameters())

    def fit(self, train, val):
        for epoch in range(9):
            self.model.train()
            for x, y in train:
                self.optimizer.zero_grad()
                loss = torch.nn.functional.cross_entropy(self.model(x), y)
                loss.backward()
                self.optimizer.step()
            self.validate(val)

    @torch.no_grad()
    def validate(self, val):
        return sum(torch.nn.functional.cross_entropy(self.model(x), y).item() for x, y in val)
                                                     ~~~~~~~~~~~~~ \`self.model\` is in train mode here: call \`self.model.eval()\` first.
`,
    ));

  it("keeps the modules apart: the second one is forgotten", () =>
    expectFindings(
      rule,
      `import torch

def run(encoder, head, criterion, optimizer, loaders):
    for phase in ["train", "val"]:
        if phase == "train":
            encoder.train()
            head.train()
        else:
            encoder.eval()
        for x, y in loaders[phase]:
            with torch.set_grad_enabled(phase == "train"):
                out = head(encoder(x))
                      ~~~~~~~~~~~~~~~~ \`head\` is in train mode here: call \`head.eval()\` first.
                loss = criterion(out, y)
            if phase == "train":
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
`,
    ));

  it("sees through wrappers, and through the mode given as an argument", () =>
    expectFindings(
      rule,
      `${head}
net = nn.DataParallel(net.cuda())
train_one(net, train_loader)
net.train(mode=True)
train_one(net, more)
with torch.no_grad():
    for x, y in val_loader:
        net(x).argmax(1)
        ~~~~~~
`,
    ));

  it("reports the mode that another file's training leaves", () =>
    expectFindings(
      rule,
      `import torch
from engine import train_one
from torchvision.models import vgg16

model = vgg16()
train_one(model, loader, torch.optim.SGD(model.parameters(), lr=0.1))
with torch.no_grad():
    scores = [model(x) for x in val_loader]
              ~~~~~~~~
`,
      {
        files: {
          "engine.py":
            "import torch\n\ndef train_one(model, loader, opt):\n    model.train()\n    for x, y in loader:\n        opt.zero_grad()\n        loss = torch.nn.functional.cross_entropy(model(x), y)\n        loss.backward()\n        opt.step()\n",
        },
      },
    ));

  it("offers the call before the block that scores", () =>
    expectFindings(
      rule,
      `${head}
train_one(net, train_loader)
with torch.no_grad():
    for x, y in val_loader:
        guess = net.forward(x).argmax(1)
                ~~~~~~~~~~~~~~ \`net\` is in train mode here: call \`net.eval()\` first.
`,
    ));

  it("names no call that sets eval mode as the one that sets train mode", () => {
    const code = `import torch
from nets import Net

class Translator:
    def __init__(self, optimizer):
        self.model = Net()
        self.optimizer = optimizer

    def fit(self, loader):
        for x, y in loader:
            self.optimizer.zero_grad()
            torch.nn.functional.cross_entropy(self.model(x), y).backward()
            self.optimizer.step()

    def predict(self, x):
        self.model.eval()
        with torch.no_grad():
            return self.model(x).argmax(1)

    def predict_code(self, code):
        with torch.no_grad():
            return self.model.decoder(code).argmax(1)
`;
    const nets = `from torch import nn

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = nn.Linear(4, 4)
        self.decoder = nn.Sequential(nn.Linear(4, 4), nn.Dropout())

    def forward(self, x):
        return self.decoder(self.encoder(x))
`;
    const found = findingsOf(rule, code, { files: { "nets.py": nets } });
    deepEqual(
      found.map(({ start, related }) => [start.line, related]),
      [[22, []]],
    );
  });
});
