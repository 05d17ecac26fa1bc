import { expectFindings } from "../expect-findings.js";

const rule = "amp-misuse";
const check = (source: string, options = {}): void => expectFindings(rule, source, options);

const start = `import torch
from torch import nn
from torch.cuda.amp import GradScaler, autocast

net = nn.Linear(4, 2)
opt = torch.optim.Adam(net.parameters())
loss_of = nn.CrossEntropyLoss()
scaler = GradScaler()
`;

describe("amp-misuse", () => {
  it("finds a loss that is not scaled", () => {
    check(`${start}
for x, y in batches:
    opt.zero_grad()
    with autocast():
        loss = loss_of(net(x), y)
    loss.backward()
    ~~~~~~~~~~~~~~~ \`loss\` is not scaled, but the scaler divides its gradients: call \`scaler.scale(loss).backward()\`.
    scaler.step(opt)
    scaler.update()
`);
    check(`${start}
for x, y in batches:
    opt.zero_grad()
    with autocast():
        loss = loss_of(net(x), y) / 2
    scaler.scale(loss)
    loss.backward()
    ~~~~~~~~~~~~~~~
    scaler.step(opt)
    scaler.update()
`);
  });

  it("finds a step past the scaler", () => {
    check(`${start}
for x, y in batches:
    opt.zero_grad()
    with autocast():
        loss = loss_of(net(x), y)
    scaler.scale(loss).backward()
    opt.step()
    ~~~~~~~~~~ The loss is scaled, so these gradients are too large for \`opt\`: let the scaler step, \`scaler.step(opt)\`.
    scaler.update()
`);
    check(`${start}
for x, y in batches:
    opt.zero_grad()
    scaler.scale(loss_of(net(x), y)).backward()
    scaler.step(opt)
    opt.step()
    ~~~~~~~~~~
    scaler.update()
`);
  });

  it("finds a scaler that is never updated", () =>
    check(`import torch

class Trainer:
    def __init__(self, model):
        self.model = model
        self.opt = torch.optim.SGD(model.parameters(), lr=0.1)
        self.scaler = torch.amp.GradScaler("cuda")

    def fit(self, loader):
        for batch in loader:
            self.opt.zero_grad()
            with torch.autocast("cuda"):
                loss = self.model(batch).loss
            self.scaler.scale(loss).backward()
            self.scaler.step(self.opt)
            ~~~~~~~~~~~~~~~~~~~~~~~~~~ \`self.scaler\` never updates its scale: call \`self.scaler.update()\` after this step.
`));

  it("finds float16 without a scaler", () => {
    check(`import torch
from torch import nn

net = nn.Linear(4, 2)
opt = torch.optim.Adam(net.parameters())
for x, y in batches:
    opt.zero_grad()
    with torch.cuda.amp.autocast():
        loss = nn.functional.cross_entropy(net(x), y)
    loss.backward()
    ~~~~~~~~~~~~~~~ In float16 small gradients become zero: scale \`loss\` by a \`GradScaler\`, or use \`torch.bfloat16\`.
    opt.step()
`);
    check(`import torch

def train(model, loader, optimizer, criterion, device):
    model.train()
    for x, y in loader:
        optimizer.zero_grad()
        with torch.autocast(device_type=device, dtype=torch.float16):
            loss = criterion(model(x), y)
        loss.backward()
        ~~~~~~~~~~~~~~~
        optimizer.step()
`);
  });

  /** A trainer that makes its optimizers when it is set up, and leaves their steps to a class of another file. */
  const managed = (backward: string): string => `import torch
from torch.cuda.amp import GradScaler
from optimizers import Optimizers

class Settings:
    half: bool = False

class Trainer:
    def __init__(self, settings: Settings):
        self.settings = settings
        self.scaler = GradScaler(enabled=settings.half)

    def setup(self):
        self.model = self.settings.model.build()
        self.optimizers = Optimizers(self.settings.groups, self.model.groups())

    def train(self):
        for turn in range(self.settings.turns):
            self.optimizers.clear()
            losses = self.model.losses(turn)
            loss = sum(losses.values())
            ${backward}
            self.optimizers.step_scaled(self.scaler)
            self.scaler.update()
`;
  const files = {
    "optimizers.py": `from torch.cuda.amp import GradScaler

class Optimizers:
    def __init__(self, settings, groups):
        self.optimizers = {}
        for name, parameters in groups.items():
            self.optimizers[name] = settings[name].build(parameters)

    def clear(self):
        for optimizer in self.optimizers.values():
            optimizer.zero_grad()

    def step_scaled(self, scaler: GradScaler):
        for name in list(self.optimizers):
            optimizer = self.optimizers[name]
            scaler.unscale_(optimizer)
            scaler.step(optimizer)
`,
  };

  it("finds it where an object of another file steps", () =>
    check(managed("loss.backward()\n            ~~~~~~~~~~~~~~~"), { files }));

  it("accepts a scaled loss there", () => check(managed("self.scaler.scale(loss).backward()"), { files }));

  it("finds the second of two optimizers that steps by itself", () =>
    check(`import torch
from torch.amp import GradScaler

def train(one, two, loader, opt_one, opt_two):
    scaler = GradScaler("cuda")
    for x in loader:
        opt_one.zero_grad()
        scaler.scale(one(x).mean()).backward()
        scaler.step(opt_one)
        opt_two.zero_grad()
        scaler.scale(two(x).mean()).backward()
        opt_two.step()
        ~~~~~~~~~~~~~~
        scaler.update()
`));

  it("knows what a data class was made with", () =>
    expectFindings(
      rule,
      `from dataclasses import dataclass
import torch

@dataclass
class Tools:
    net: torch.nn.Module
    adam: torch.optim.Optimizer
    scaler: torch.amp.GradScaler
    turns: int = 0

def make(net):
    return Tools(net, torch.optim.Adam(net.parameters()), scaler=torch.amp.GradScaler("cuda"))

def train(net, loader):
    tools = make(net)
    for x, y in loader:
        tools.adam.zero_grad()
        with torch.autocast("cuda", dtype=torch.float16):
            loss = torch.nn.functional.mse_loss(tools.net(x), y)
        tools.scaler.scale(loss).backward()
        tools.adam.step()
        ~~~~~~~~~~~~~~~~~
        tools.scaler.update()
`,
    ));

  it("accepts a way without a scaler that is left before the scaler's", () =>
    expectFindings(
      rule,
      `import torch

class Half:
    def __init__(self, on):
        self.scaler = torch.amp.GradScaler("cuda") if on else None

    def learn(self, loss, adam):
        if not self.scaler:
            loss.backward()
            adam.step()
            return
        self.scaler.scale(loss).backward()
        self.scaler.step(adam)
        self.scaler.update()

def train(net, loader, on):
    adam, half = torch.optim.Adam(net.parameters()), Half(on)
    for x, y in loader:
        adam.zero_grad()
        half.learn(torch.nn.functional.mse_loss(net(x), y), adam)
`,
    ));
});
