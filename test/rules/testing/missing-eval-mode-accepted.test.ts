import { expectFindings } from "../expect-findings.js";

const rule = "missing-eval-mode";
const silent = (source: string, options = {}): void => expectFindings(rule, source, options);

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

describe("missing-eval-mode accepts", () => {
  it("accepts eval mode, however it is set", () => {
    const score = "with torch.no_grad():\n    for x, y in val_loader:\n        net(x).argmax(1)\n";
    silent(`${head}train_one(net, a)\nnet.eval()\n${score}`);
    silent(`${head}train_one(net, a)\nnet.train(False)\n${score}`);
    silent(`${head}def quiet(m):\n    m.eval()\n\ntrain_one(net, a)\nquiet(net)\n${score}`);
    silent(
      `${head}from contextlib import contextmanager\n\n@contextmanager\ndef evaluating(m):\n    m.eval()\n    yield\n    m.train()\n\ntrain_one(net, a)\nwith evaluating(net):\n    for x, y in val_loader:\n        net(x).argmax(1)\n`,
    );
  });

  it("accepts a net whose layers do the same in both modes", () =>
    silent(
      `${head.replace("nn.Dropout(0.3), ", "")}train_one(net, a)\nwith torch.no_grad():\n    for x, y in b:\n        net(x).argmax(1)\n`,
    ));

  it("reports such a net with dropout in its forward", () =>
    expectFindings(
      rule,
      `${head.replace("nn.Dropout(0.3), ", "").replace("return self.body(x)", "return nn.functional.dropout(self.body(x), training=self.training)")}
train_one(net, a)
with torch.no_grad():
    for x, y in b:
        net(x).argmax(1)
        ~~~~~~
`,
    ));

  it("accepts a loss of the project's own, which has no layers", () => {
    const overlap = (inForward: string): string => `import torch
from torch import nn

class OverlapLoss(nn.Module):
    def __init__(self, eps=1e-6):
        super().__init__()
        self.eps = eps

    def forward(self, logits, target):
        chance = torch.softmax(logits, dim=1)${inForward}
        shared = (chance * target).sum()
        return 1 - (2 * shared + self.eps) / (chance.sum() + target.sum() + self.eps)

def fit(model, optimizer, loader, held_out):
    criterion = OverlapLoss()
    for x, y in loader:
        model.train()
        optimizer.zero_grad()
        criterion(model(x), y).backward()
        optimizer.step()
        model.eval()
        with torch.no_grad():
            for x, y in held_out:
                print(criterion(model(x), y).item())
`;
    silent(overlap(""));
    expectFindings(
      rule,
      overlap("\n        chance = nn.functional.dropout(chance, training=self.training)").replace(
        ".item())\n",
        ".item())\n                      ~~~~~~~~~~~~~~~~~~~~~~\n",
      ),
    );
  });

  it("accepts dropout that is sampled on purpose", () => {
    silent(
      `${head}train_one(net, a)\n\ndef mc_dropout(model, x, n):\n    with torch.no_grad():\n        return torch.stack([model(x) for _ in range(n)]).std(0)\n\nmc_dropout(net, batch, 20)\n`,
    );
    silent(
      `${head}train_one(net, a)\nnet.eval()\nwith torch.no_grad():\n    net.train()\n    draws = [net(x) for _ in range(20)]\n`,
    );
  });

  it("accepts a teacher, a target and a detached generator", () => {
    silent(
      `import torch\n\ndef train(student, teacher, loader, opt, kd):\n    teacher.train()\n    student.train()\n    for x in loader:\n        with torch.no_grad():\n            target = teacher(x)\n        loss = kd(student(x), target)\n        opt.zero_grad()\n        loss.backward()\n        opt.step()\n        kd(teacher(x), x).backward()\n`,
    );
  });

  it("accepts a dry run on made-up data", () =>
    silent(`${head}with torch.no_grad():\n    print(net(torch.zeros(1, 8)).max())\ntrain_one(net, a)\n`));

  it("accepts an agent that acts while it learns", () =>
    silent(
      `${head}state = env.reset()\nfor step in range(1000):\n    with torch.no_grad():\n        action = net(state).argmax()\n    state, reward, done, info = env.step(action)\ntrain_one(net, replay)\n`,
    ));

  it("says nothing about what a caller decides", () =>
    silent(
      "import torch\n\ndef validate(model, loader):\n    with torch.no_grad():\n        for x, y in loader:\n            (model(x).argmax(1) == y).sum().item()\n",
    ));

  it("says nothing of a model that is only used", () =>
    silent(
      "import torch\nfrom torchvision.models import resnet18\n\nmodel = resnet18()\nwith torch.no_grad():\n    out = model(image).argmax(1)\n",
    ));

  it("says nothing of an output whose way cannot be followed to the end", () => {
    const steps = Array.from({ length: 40 }, (_, i) => `def step_${i}(loss):\n    step_${i + 1}(loss)\n\n`);
    silent(`import torch

def step_40(loss):
    loss.backward()

${steps.reverse().join("")}def fit(model, loader, rounds):
    for r in range(rounds):
        model.train()
        for x, y in loader:
            loss = torch.nn.functional.cross_entropy(model(x), y)
            print(loss.item())
            step_0(loss)
        for x, y in loader:
            torch.nn.functional.cross_entropy(model(x), y).backward()
`);
  });

  it("accepts a loss of one's own, which has no layers", () =>
    silent(
      `${head}class Dice(nn.Module):\n    def forward(self, out, y):\n        return 1 - (out * y).sum()\n\ndice = Dice()\nfor x, y in a:\n    opt.zero_grad()\n    dice(net(x), y).backward()\n    opt.step()\nnet.eval()\nwith torch.no_grad():\n    for x, y in b:\n        print(dice(net(x), y).item())\n`,
    ));

  it("reports a copy of the trained net, such as a moving average", () =>
    expectFindings(
      rule,
      `${head}import copy

average = copy.deepcopy(net)
train_one(net, a)
net.eval()
with torch.no_grad():
    for x, y in b:
        average(x).argmax(1)
        ~~~~~~~~~~
`,
    ));

  it("leaves modes to Lightning", () =>
    silent(
      `import pytorch_lightning as pl\nimport torch\n\nclass Lit(pl.LightningModule):\n    def __init__(self, net):\n        super().__init__()\n        self.net = net\n        self.drop = torch.nn.Dropout()\n\n    def forward(self, x):\n        return self.net(x)\n\n    def training_step(self, batch, i):\n        x, y = batch\n        return torch.nn.functional.mse_loss(self(x), y)\n\n    def validation_step(self, batch, i):\n        x, y = batch\n        with torch.no_grad():\n            self.log("val", self(x).max().item())\n`,
    ));

  it("accepts a mode that the caller has asked for", () =>
    silent(`${head}def predict(net, loader, training_mode=False):
    net.train(mode=training_mode)
    with torch.no_grad():
        return [net(x).argmax(1) for x, _ in loader]

train_one(net, train_loader)
predict(net, held_out, training_mode=True)
`));

  it("accepts passes that renew the statistics of batch normalisation", () =>
    silent(`${head}def update_batchnorm(net, loader):
    net.train()
    with torch.no_grad():
        for x, _ in loader:
            net(x)

train_one(net, train_loader)
update_batchnorm(net, train_loader)
`));
});
