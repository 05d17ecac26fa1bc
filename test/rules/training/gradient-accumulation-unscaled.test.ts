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

describe("gradient-accumulation-unscaled", () => {
  it("finds mean losses that add up until a step", () =>
    check(`${start}
for i, (x, y) in enumerate(batches):
    loss = loss_of(net(x), y)
    loss.backward()
    ~~~~~~~~~~~~~~~ The gradients of several batches add up until \`opt\` steps (\`(i + 1) % accum == 0\`): divide the loss by their number before \`backward()\`.
    if (i + 1) % accum == 0:
        opt.step()
        opt.zero_grad()
`));

  it("knows the condition in its other forms", () => {
    check(`${start}
for i, (x, y) in enumerate(batches):
    F.mse_loss(net(x), y).backward()
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    need_step = (i + 1) % 8 == 0 or i + 1 == len(batches)
    if need_step:
        opt.step()
        opt.zero_grad()
`);
    check(`${start}
for i, (x, y) in enumerate(batches):
    F.mse_loss(net(x), y).backward()
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    if (i + 1) % 8 != 0:
        continue
    opt.step()
    opt.zero_grad()
`);
    check(`${start}
for i, (x, y) in enumerate(batches):
    (F.mse_loss(net(x), y) + 0.1 * net(x).abs().mean()).backward()
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    if not (i + 1) % 8:
        opt.step()
        opt.zero_grad()
`);
    check(`${start}
for step in range(1000):
    for micro in range(grad_accum_steps):
        F.mse_loss(net(get_x()), get_y()).backward()
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    opt.step()
    opt.zero_grad()
`);
  });

  it("finds it in methods, with a scaler, and for models that compute their loss", () => {
    check(`import torch

class Trainer:
    def __init__(self, model, args):
        self.model, self.args = model, args
        self.opt = torch.optim.AdamW(model.parameters())
        self.scaler = torch.cuda.amp.GradScaler()

    def backward(self, loss):
        self.scaler.scale(loss).backward()
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

    def update(self):
        self.scaler.step(self.opt)
        self.scaler.update()
        self.opt.zero_grad()

    def fit(self, loader):
        for step, batch in enumerate(loader):
            outputs = self.model(**batch)
            self.backward(outputs.loss)
            if (step + 1) % self.args.accumulation == 0:
                self.update()
`);
    check(`import torch

def train(model, loader, optimizer, criterion, every):
    for step, (x, y) in enumerate(loader, 1):
        criterion(model(x), y).backward()
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        if step % every == 0:
            optimizer.step()
            optimizer.zero_grad()
`);
  });

  it("accepts a loss that is divided, however that is written", () => {
    for (const scaled of [
      "loss = loss_of(net(x), y) / accum\n    loss.backward()",
      "loss = loss_of(net(x), y)\n    loss /= accum\n    loss.backward()",
      "loss = loss_of(net(x), y)\n    if accum > 1:\n        loss = loss / accum\n    loss.backward()",
      "loss = loss_of(net(x), y) * (1.0 / accum)\n    loss.backward()",
      "loss_of(net(x), y).div(accum).backward()",
      "scaler.scale(loss_of(net(x), y) / accum).backward()",
    ])
      check(`${start}
for i, (x, y) in enumerate(batches):
    ${scaled}
    if (i + 1) % accum == 0:
        opt.step()
        opt.zero_grad()
`);
  });

  it("accepts sums, and losses divided by tokens", () => {
    for (const loss of [
      'F.cross_entropy(net(x), y, reduction="sum")',
      'nn.CrossEntropyLoss(reduction="sum")(net(x), y)',
      "(net(x) - y).pow(2).sum()",
      'F.cross_entropy(net(x), y, reduction="none").sum() / tokens',
    ])
      check(`${start}
for i, (x, y) in enumerate(batches):
    ${loss}.backward()
    if (i + 1) % accum == 0:
        opt.step()
        opt.zero_grad()
`);
  });

  it("accepts gradients that are divided by hand, and a rate that knows the number", () => {
    check(`${start}
for i, (x, y) in enumerate(batches):
    loss_of(net(x), y).backward()
    if (i + 1) % accum == 0:
        for p in net.parameters():
            p.grad /= accum
        opt.step()
        opt.zero_grad()
`);
    check(`import torch

optimizer = torch.optim.SGD(model.parameters(), lr=0.1 / accum)
for i, (x, y) in enumerate(loader):
    torch.nn.functional.mse_loss(model(x), y).backward()
    if (i + 1) % accum == 0:
        optimizer.step()
        optimizer.zero_grad()
`);
  });

  it("accepts frameworks that divide", () =>
    check(`from accelerate import Accelerator

accelerator = Accelerator(gradient_accumulation_steps=4)
for i, batch in enumerate(loader):
    accelerator.backward(model(**batch).loss)
    if (i + 1) % 4 == 0:
        optimizer.step()
        optimizer.zero_grad()
`));

  it("accepts a backward and a step under the same condition, and steps without one", () => {
    check(`${start}
for i, (x, y) in enumerate(batches):
    if i % 2 == 0:
        opt.zero_grad()
        loss_of(net(x), y).backward()
        opt.step()
`);
    check(`${start}
for i, (x, y) in enumerate(batches):
    opt.zero_grad()
    loss_of(net(x), y).backward()
    opt.step()
    if i % 100 == 0:
        print(i)
`);
  });

  it("accepts a second network that trains more rarely", () =>
    check(`import torch
from torch import nn

gen, dis = nn.Linear(2, 2), nn.Linear(2, 1)
opt_g = torch.optim.Adam(gen.parameters())
opt_d = torch.optim.Adam(dis.parameters())
for i, real in enumerate(data):
    opt_d.zero_grad()
    (dis(gen(real)).mean() - dis(real).mean()).backward()
    opt_d.step()
    if i % 5 == 0:
        opt_g.zero_grad()
        (-dis(gen(real)).mean()).backward()
        opt_g.step()
`));

  it("accepts what is out of sight", () =>
    check(`import torch

def train(model, loader, optimizer, every, compute):
    for step, batch in enumerate(loader, 1):
        total = compute(model, batch)
        total.backward()
        if step % every == 0:
            optimizer.step()
            optimizer.zero_grad()
`));

  it("finds a weighted sum of the first of a model's outputs", () =>
    check(`${start}
from transformers import AutoModel

model = AutoModel.from_pretrained("name")
opt = torch.optim.Adam(model.parameters())
for i, batch in enumerate(batches):
    outputs = model(**batch)
    first, second = outputs[:2]
    loss = first * args.a + second * args.b
    loss.backward()
    ~~~~~~~~~~~~~~~
    if (i + 1) % args.accumulate == 0:
        opt.step()
        opt.zero_grad()
`));
});
