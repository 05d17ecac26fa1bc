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

describe("amp-misuse, silent", () => {
  it("accepts all parts together, also with accumulation, clipping and two optimizers", () => {
    check(`${start}
for i, (x, y) in enumerate(batches):
    with autocast():
        loss = loss_of(net(x), y) / 4
    scaler.scale(loss).backward()
    if (i + 1) % 4 == 0:
        scaler.unscale_(opt)
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        scaler.step(opt)
        scaler.update()
        opt.zero_grad()
`);
    check(`${start}
other = nn.Linear(2, 2)
opt2 = torch.optim.SGD(other.parameters(), lr=1)
for x, y in batches:
    opt.zero_grad()
    opt2.zero_grad()
    scaler.scale(net(x).mean()).backward()
    scaler.scale(other(y).mean()).backward()
    scaler.step(opt)
    scaler.step(opt2)
    scaler.update()
`);
  });

  it("accepts a plain way beside the scaled one", () => {
    check(`${start}
for x, y in batches:
    opt.zero_grad()
    loss = loss_of(net(x), y)
    if scaler is not None:
        scaler.scale(loss).backward()
        scaler.step(opt)
        scaler.update()
    else:
        loss.backward()
        opt.step()
`);
    check(`${start}
other = nn.Linear(2, 2)
opt2 = torch.optim.SGD(other.parameters(), lr=1)
for x, y in batches:
    opt.zero_grad()
    opt2.zero_grad()
    scaler.scale(net(x).mean()).backward()
    scaler.step(opt)
    scaler.update()
    other(y).mean().backward()
    opt2.step()
`);
  });

  it("accepts gradients that are unscaled by hand, and a scaler that is switched off", () => {
    check(`${start}
for x, y in batches:
    opt.zero_grad()
    scaler.scale(loss_of(net(x), y)).backward()
    scaler.unscale_(opt)
    opt.step()
    scaler.update()
`);
    check(`${start.replace("GradScaler()", "GradScaler(enabled=False)")}
for x, y in batches:
    opt.zero_grad()
    loss_of(net(x), y).backward()
    scaler.step(opt)
`);
  });

  it("accepts bfloat16, evaluation, and frameworks", () => {
    check(`import torch

def train(model, loader, optimizer, criterion):
    for x, y in loader:
        optimizer.zero_grad()
        with torch.autocast("cuda", dtype=torch.bfloat16):
            loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()

@torch.no_grad()
def evaluate(model, loader):
    for x, y in loader:
        with torch.autocast("cuda", dtype=torch.float16):
            model(x)
`);
    check(`import torch
from accelerate import Accelerator

accelerator = Accelerator(mixed_precision="fp16")
for x in loader:
    optimizer.zero_grad()
    with torch.autocast("cuda"):
        loss = model(x).loss
    accelerator.backward(loss)
    optimizer.step()
`);
    check(`import torch

def train(model, loader, optimizer, criterion, dtype):
    for x, y in loader:
        optimizer.zero_grad()
        with torch.autocast("cuda", dtype=dtype):
            loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
`);
  });

  it("leaves scalers of data alone", () =>
    check(`import torch
from sklearn.preprocessing import StandardScaler

scaler = StandardScaler()
rows = scaler.fit_transform(rows)
for x, y in batches:
    optimizer.zero_grad()
    model(x).mean().backward()
    optimizer.step()
`));

  it("leaves Apex alone, and a step whose callers update the scale", () => {
    check(`import torch
from apex import amp

for x, y in loader:
    optimizer.zero_grad()
    with amp.scale_loss(model(x).mean(), optimizer) as scaled_loss:
        scaled_loss.backward()
    optimizer.step()
`);
    check(`import torch
from torch.cuda.amp import GradScaler

def step_all(scaler: GradScaler, optimizers):
    for optimizer in optimizers:
        scaler.unscale_(optimizer)
        scaler.step(optimizer)
`);
  });
});
