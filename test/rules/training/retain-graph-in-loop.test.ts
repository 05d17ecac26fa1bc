import { expectFindings } from "../expect-findings.js";

const rule = "retain-graph-in-loop";
const check = (source: string, options = {}): void => expectFindings(rule, source, options);

const start = `import torch
from torch import nn

net = nn.LSTM(4, 2)
head = nn.Linear(2, 2)
opt = torch.optim.Adam([*net.parameters(), *head.parameters()])
loss_of = nn.CrossEntropyLoss()
`;

describe("retain-graph-in-loop", () => {
  it("finds a graph that is kept for nothing", () => {
    check(`${start}
for x, y in batches:
    opt.zero_grad()
    loss = loss_of(net(x), y)
    loss.backward(retain_graph=True)
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nothing goes back through this graph again: leave \`retain_graph=True\` out, and detach what is carried over from one turn to the next.
    opt.step()
`);
    check(`${start}
scaler = torch.cuda.amp.GradScaler()
for x, y in batches:
    opt.zero_grad()
    loss = loss_of(net(x), y)
    scaler.scale(loss).backward(retain_graph=True)
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    scaler.step(opt)
    scaler.update()
    total += loss.item()
`);
  });

  it("finds it in methods and functions", () => {
    check(`import torch

class Trainer:
    def __init__(self, model):
        self.model = model
        self.opt = torch.optim.AdamW(model.parameters())

    def train_step(self, x, y):
        self.opt.zero_grad()
        loss = torch.nn.functional.mse_loss(self.model(x), y)
        loss.backward(retain_graph=True)
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        self.opt.step()
        return loss.item()
`);
    check(`import torch

def train(model, loader, optimizer, criterion):
    model.train()
    for x, y in loader:
        optimizer.zero_grad()
        criterion(model(x), y).backward(retain_graph=True)
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        optimizer.step()
`);
  });

  it("finds it where the next backward goes through a pass of its own", () =>
    check(`${start}
for x, y in batches:
    opt.zero_grad()
    loss_of(head(x), y).backward(retain_graph=True)
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    loss_of(head(y), x).backward()
    opt.step()
`));

  it("accepts two losses of one graph", () => {
    check(`${start}
for x, y in batches:
    opt.zero_grad()
    features = net(x)
    loss_of(features, y).backward(retain_graph=True)
    head(features).mean().backward()
    opt.step()
`);
    check(`import torch
from torch import nn

gen, dis = nn.Linear(2, 2), nn.Linear(2, 1)
opt_g = torch.optim.Adam(gen.parameters())
opt_d = torch.optim.Adam(dis.parameters())
for real in data:
    fake = gen(real)
    opt_d.zero_grad()
    (dis(fake).mean() - dis(real).mean()).backward(retain_graph=True)
    opt_d.step()
    opt_g.zero_grad()
    (-dis(fake).mean()).backward()
    opt_g.step()
`);
    check(`${start}
for x, y in batches:
    opt.zero_grad()
    out = net(x)
    for loss in [loss_of(out, y), out.mean(), out.std()]:
        loss.backward(retain_graph=True)
    opt.step()
`);
  });

  it("accepts gradients that are asked for afterwards", () =>
    check(`${start}
for x, y in batches:
    opt.zero_grad()
    loss = loss_of(net(x), y)
    loss.backward(retain_graph=True)
    sensitivity = torch.autograd.grad(loss, x)
    opt.step()
`));

  it("accepts a graph that was made before the loop", () =>
    check(`${start}
features = net(inputs)
for y in targets:
    opt.zero_grad()
    loss_of(features, y).backward(retain_graph=True)
    opt.step()
`));

  it("accepts a flag that is computed, a higher derivative, and no training at all", () => {
    check(`${start}
for i, (x, y) in enumerate(batches):
    opt.zero_grad()
    loss_of(net(x), y).backward(retain_graph=i == 0)
    opt.step()
`);
    check(`${start}
for x, y in batches:
    opt.zero_grad()
    loss_of(net(x), y).backward(retain_graph=True, create_graph=True)
    opt.step()
`);
    check(`${start}
def saliency(x, classes):
    scores = head(x)
    for c in classes:
        scores[c].backward(retain_graph=True)
`);
  });

  it("accepts losses from callers, and graphs that others get", () => {
    check(`import torch

def step(loss, optimizer):
    optimizer.zero_grad()
    loss.backward(retain_graph=True)
    optimizer.step()
`);
    check(`${start}
for x, y in batches:
    opt.zero_grad()
    loss = loss_of(net(x), y)
    loss.backward(retain_graph=True)
    curvature = measure(loss, net)
    opt.step()
`);
  });

  it("finds it with a model that is handed in, or one of several", () =>
    check(`import torch
from typing import Union
from torch import nn

class Fit:
    def __init__(self, model: Union[str, nn.Module], optimizer=torch.optim.Adam):
        self.model = nn.Linear(2, 2) if model == "linear" else model
        self.optimizer = optimizer

    def distance(self, a, b, flow):
        return (a * flow - b).abs().mean()

    def fit(self, pairs):
        opt = self.optimizer(self.model.parameters())
        for a, b in pairs:
            for turn in range(10):
                opt.zero_grad()
                loss = self.distance(a, b, self.model(a))
                loss.backward(retain_graph=True)
                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                opt.step()
`));
});
