import { expectFindings } from "../expect-findings.js";

const rule = "missing-optimizer-step";
const check = (source: string, options = {}): void => expectFindings(rule, source, options);

const start = `import torch
from torch import nn

net = nn.Linear(4, 2)
opt = torch.optim.Adam(net.parameters())
loss_of = nn.CrossEntropyLoss()
`;
const loop = `
for x, y in batches:
    opt.zero_grad()
    loss = loss_of(net(x), y)
    loss.backward()
`;

describe("missing-optimizer-step", () => {
  it("finds gradients that nobody uses", () =>
    check(`${start}${loop}    ~~~~~~~~~~~~~~~ \`opt\` never steps, so these gradients change no weight: call \`opt.step()\` after \`backward()\`.
    losses.append(loss.item())
`));

  it("is not misled by a scheduler, clipping or a profiler", () =>
    check(`${start}
scheduler = torch.optim.lr_scheduler.StepLR(opt, 10)
for epoch in range(9):
    for x, y in batches:
        net.zero_grad()
        loss = loss_of(net(x), y)
        loss.backward()
        ~~~~~~~~~~~~~~~
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        profiler.step()
    scheduler.step()
`));

  it("finds it in methods and for bare parameters", () => {
    check(`import torch

class Trainer:
    def __init__(self, model):
        self.model = model
        self.optimizer = torch.optim.AdamW(self.model.parameters())

    def train_step(self, batch):
        self.optimizer.zero_grad()
        loss = self.model(batch).mean()
        loss.backward()
        ~~~~~~~~~~~~~~~
        return loss.item()

    def fit(self, loader):
        for batch in loader:
            self.train_step(batch)
`);
    check(`import torch

def train(model, loader, optimizer, criterion):
    for x, y in loader:
        optimizer.zero_grad()
        criterion(model(x), y).backward()
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`);
  });

  it("finds the one of two optimizers that was forgotten", () =>
    check(`import torch
from torch import nn

gen, dis = nn.Linear(2, 2), nn.Linear(2, 1)
opt_g = torch.optim.Adam(gen.parameters())
opt_d = torch.optim.Adam(dis.parameters())
for real in data:
    opt_d.zero_grad()
    d_loss = dis(real).mean() - dis(gen(real).detach()).mean()
    d_loss.backward()
    ~~~~~~~~~~~~~~~~~ \`opt_d\` never steps, so these gradients change no weight: call \`opt_d.step()\` after \`backward()\`.
    opt_g.zero_grad()
    g_loss = -dis(gen(real)).mean()
    g_loss.backward()
    opt_g.step()
`));

  it("finds a step that is named and not called", () => check(`${start}${loop}    ~~~~~~~~~~~~~~~\n    opt.step\n`));

  it("leaves the step of the wrong optimizer to another rule", () =>
    check(`import torch
from torch import nn

gen, dis = nn.Linear(2, 2), nn.Linear(2, 1)
opt_g = torch.optim.Adam(gen.parameters())
opt_d = torch.optim.Adam(dis.parameters())
for real in data:
    opt_d.zero_grad()
    d_loss = dis(real).mean() - dis(gen(real).detach()).mean()
    d_loss.backward()
    opt_g.step()
`));

  it("accepts a step anywhere", () => {
    check(`${start}${loop}    opt.step()\n`);
    check(`${start}${loop}    if ready:\n        opt.step()\n`);
    check(`${start}
scaler = torch.cuda.amp.GradScaler()
${loop}    scaler.step(opt)\n    scaler.update()\n`);
    check(`import torch

class Trainer:
    def __init__(self, model):
        self.model = model
        self.optimizer = torch.optim.AdamW(self.model.parameters())

    def accumulate(self, loader):
        for batch in loader:
            self.model(batch).mean().backward()

    def update(self):
        self.optimizer.step()
        self.optimizer.zero_grad()
`);
  });

  it("accepts a step by code out of sight", () => {
    check(`${start}${loop}    update(opt)\n`);
    check(`${start}${loop}    xm.optimizer_step(opt)\n`);
    check(`${start}\noptimizers = {"main": opt}${loop}    for each in optimizers.values():\n        each.step()\n`);
    check(`${start}\nhooks = Hooks(net, opt)${loop}    hooks.after()\n`);
    check(`import torch

def accumulate(model, loader, optimizer, criterion):
    for x, y in loader:
        criterion(model(x), y).backward()
`);
  });

  it("accepts updates by hand", () => {
    check(
      `${start}${loop}    with torch.no_grad():\n        for p in net.parameters():\n            p -= 0.1 * p.grad\n`,
    );
    check(`${start}${loop}    grads = [p.grad.clone() for p in net.parameters()]\n`);
  });

  it("accepts attacks and gradients of the input", () =>
    check(`${start}
def attack(x, y, steps):
    for _ in range(steps):
        x.requires_grad_()
        loss = loss_of(net(x), y)
        net.zero_grad()
        loss.backward()
        x = (x + 0.01 * x.grad.sign()).detach()
    return x
`));

  it("leaves frameworks alone", () => {
    check(`import torch
import pytorch_lightning as pl

class Module(pl.LightningModule):
    def configure_optimizers(self):
        return torch.optim.Adam(self.parameters())

    def training_step(self, batch, index):
        for part in batch:
            self(part).mean().backward()
`);
    check(`import torch
import deepspeed

engine, _, _, _ = deepspeed.initialize(model=model, optimizer=torch.optim.Adam(model.parameters()))
for x in loader:
    engine.backward(engine(x).mean())
    engine.step()
`);
  });

  it("knows a network from a package that is not in sight, and a helper that clears", () =>
    expectFindings(
      rule,
      `import torch
from ourpackage import Painter, pictures
from tools import wipe

net = Painter()
net.train()
adam = torch.optim.Adam(net.parameters())
for image, caption in pictures():
    wipe(adam)
    loss = torch.nn.functional.mse_loss(net(caption), image)
    loss.backward()
    ~~~~~~~~~~~~~~~
    print(loss.item())
`,
      { files: { "tools.py": "def wipe(optimizer):\n    optimizer.zero_grad()\n" } },
    ));
});
