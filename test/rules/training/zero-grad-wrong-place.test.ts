import { expectFindings } from "../expect-findings.js";

const rule = "zero-grad-wrong-place";
const check = (source: string, options = {}): void => expectFindings(rule, source, options);

const start = `import torch
from torch import nn, optim

net = nn.Linear(4, 2)
opt = optim.Adam(net.parameters())
loss_of = nn.CrossEntropyLoss()
`;

/** The turns of a loop over batches, counted or not. */
const each = (turn: string): void => check(`${start}for x, y in batches:\n${turn}`);
const counted = (turn: string): void => check(`${start}for i, (x, y) in enumerate(batches):\n${turn}`);

describe("zero-grad-wrong-place", () => {
  it("finds gradients that are cleared before they are used", () =>
    each(`    loss = loss_of(net(x), y)
    loss.backward()
    opt.zero_grad()
    ~~~~~~~~~~~~~~~ \`opt.zero_grad()\` throws away the gradients that \`backward()\` has just computed: call it before \`backward()\` or after the step of \`opt\`.
    opt.step()
`));

  it("finds it through the model, in methods and with a scaler", () =>
    check(`import torch

class Trainer:
    def __init__(self, model):
        self.model = model
        self.opt = torch.optim.AdamW(self.model.parameters(), lr=1e-3)
        self.scaler = torch.cuda.amp.GradScaler()

    def train_step(self, batch):
        loss = self.model(batch).loss
        self.scaler.scale(loss).backward()
        self.apply()

    def apply(self):
        self.model.zero_grad(set_to_none=True)
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        self.scaler.step(self.opt)
        self.scaler.update()

    def fit(self, loader):
        for batch in loader:
            self.train_step(batch)
`));

  it("finds it in a helper that is handed the optimizer", () =>
    check(`import torch

def update(optimizer, loss):
    loss.backward()
    optimizer.zero_grad()
    ~~~~~~~~~~~~~~~~~~~~~
    optimizer.step()

def fit(model, loader, optimizer, criterion):
    for x, y in loader:
        update(optimizer, criterion(model(x), y))
`));

  it("finds it where the step waits for several batches", () => {
    counted(`    (loss_of(net(x), y) / 4).backward()
    if (i + 1) % 4 == 0:
        opt.zero_grad()
        ~~~~~~~~~~~~~~~
        opt.step()
`);
    counted(`    opt.zero_grad()
    ~~~~~~~~~~~~~~~ \`opt.zero_grad()\` throws away the gradients of the batches between two steps of \`opt\`: call it only where the optimizer steps.
    (loss_of(net(x), y) / 4).backward()
    if (i + 1) % 4 == 0:
        opt.step()
`);
  });

  it("finds one clearing for all batches of an epoch", () => {
    check(`${start}
for epoch in range(9):
    opt.zero_grad()
    ~~~~~~~~~~~~~~~ \`opt.zero_grad()\` runs outside the loop in which \`opt\` steps, so the gradients of its turns add up: call it once for each step.
    for x, y in batches:
        loss_of(net(x), y).backward()
        opt.step()
`);
    check(`import torch

def run_epoch(model, loader, optimizer, criterion):
    for x, y in loader:
        criterion(model(x), y).backward()
        optimizer.step()

def fit(model, loader, criterion):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for epoch in range(20):
        model.zero_grad()
        ~~~~~~~~~~~~~~~~~
        run_epoch(model, loader, optimizer, criterion)
`);
    check(`${start}
for epoch in range(9):
    for i, (x, y) in enumerate(batches):
        if i == 0:
            opt.zero_grad()
            ~~~~~~~~~~~~~~~
        loss_of(net(x), y).backward()
        opt.step()
`);
  });

  it("accepts every right order", () => {
    each(`    opt.zero_grad()
    out = net(x)
    opt.zero_grad()
    loss_of(out, y).backward()
    opt.step()
`);
    each(`    loss_of(net(x), y).backward()
    opt.step()
    opt.zero_grad()
`);
    each(`    def closure():
        opt.zero_grad()
        loss = loss_of(net(x), y)
        loss.backward()
        return loss
    opt.step(closure)
`);
  });

  it("accepts accumulation, over batches and over a whole epoch", () => {
    check(`${start}
for epoch in range(3):
    opt.zero_grad()
    for i, (x, y) in enumerate(batches):
        (loss_of(net(x), y) / 4).backward()
        if (i + 1) % 4 == 0:
            opt.step()
            opt.zero_grad()
`);
    check(`${start}
for epoch in range(3):
    opt.zero_grad()
    for x, y in batches:
        (loss_of(net(x), y) / len(batches)).backward()
    opt.step()
`);
    counted(`    if i % 4 == 0:
        opt.zero_grad()
    (loss_of(net(x), y) / 4).backward()
    if i % 4 == 3:
        opt.step()
`);
    check(`${start}
accelerator = Accelerator(gradient_accumulation_steps=4)
for x, y in batches:
    with accelerator.accumulate(net):
        accelerator.backward(loss_of(net(x), y))
        opt.step()
        opt.zero_grad()
`);
  });

  it("accepts a turn that is given up", () => {
    each(`    loss = loss_of(net(x), y)
    loss.backward()
    if not torch.isfinite(loss):
        opt.zero_grad()
        continue
    opt.step()
    opt.zero_grad()
`);
    each(`    opt.zero_grad()
    try:
        loss_of(net(x), y).backward()
    except RuntimeError:
        opt.zero_grad()
    else:
        opt.step()
`);
    each(`    opt.zero_grad()
    loss = loss_of(net(x), y)
    loss.backward()
    if torch.isnan(loss):
        opt.zero_grad()
    else:
        opt.step()
`);
  });

  it("keeps two networks apart", () =>
    check(`import torch
from torch import nn

gen, dis = nn.Linear(2, 2), nn.Linear(2, 1)
opt_g = torch.optim.Adam(gen.parameters())
opt_d = torch.optim.Adam(dis.parameters())
for real in data:
    opt_d.zero_grad()
    dis(real).mean().backward()
    gen.zero_grad()
    opt_d.step()
    dis(gen(real)).mean().backward()
    opt_d.zero_grad()
    opt_g.step()
`));

  it("accepts gradients that are computed or written anew", () => {
    each(`    loss_of(net(x), y).backward()
    grad = x.grad
    opt.zero_grad()
    loss_of(net(x + grad.sign()), y).backward()
    opt.step()
`);
    each(`    loss_of(net(x), y).backward()
    kept = [p.grad.clone() for p in net.parameters()]
    opt.zero_grad()
    for p, g in zip(net.parameters(), kept):
        p.grad = g / 2
    opt.step()
`);
    each(`    loss_of(net(x), y).backward()
    opt.zero_grad()
    private.backward_per_sample(net, x, y)
    opt.step()
`);
  });
});
