import { expectFindings } from "../expect-findings.js";

const rule = "clip-grad-wrong-place";
const check = (source: string, options = {}): void => expectFindings(rule, source, options);

const start = `import torch
from torch import nn
from torch.nn.utils import clip_grad_norm_ as clip

net = nn.LSTM(4, 2)
opt = torch.optim.Adam(net.parameters())
loss_of = nn.CrossEntropyLoss()
scaler = torch.cuda.amp.GradScaler()
`;

describe("clip-grad-wrong-place", () => {
  it("finds clipping before there are gradients", () =>
    check(`${start}
for x, y in batches:
    opt.zero_grad()
    loss = loss_of(net(x), y)
    clip(net.parameters(), 1.0)
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~ These gradients are clipped before \`backward()\` computes them: clip between \`backward()\` and the step of \`opt\`.
    loss.backward()
    opt.step()
`));

  it("finds clipping after the step, cleared or not", () => {
    check(`${start}
for x, y in batches:
    opt.zero_grad()
    loss_of(net(x), y).backward()
    opt.step()
    torch.nn.utils.clip_grad_value_(net.parameters(), 0.5)
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`opt\` has already used these gradients: clip them between \`backward()\` and its step.
`);
    check(`${start}
for x, y in batches:
    loss_of(net(x), y).backward()
    opt.step()
    opt.zero_grad()
    clip(net.parameters(), 0.5)
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~
`);
  });

  it("finds clipping of gradients that are still scaled", () => {
    check(`${start}
for x, y in batches:
    opt.zero_grad()
    scaler.scale(loss_of(net(x), y)).backward()
    clip(net.parameters(), max_norm=1.0)
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ These gradients are still multiplied by the scale of the loss: call \`unscale_(opt)\` of the scaler before clipping.
    scaler.step(opt)
    scaler.update()
`);
    check(`${start}
for x, y in batches:
    opt.zero_grad()
    scaler.scale(loss_of(net(x), y)).backward()
    clip(net.parameters(), max_norm=1.0)
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    scaler.unscale_(opt)
    scaler.step(opt)
    scaler.update()
`);
  });

  it("finds it in helpers and methods, of bare parameters too", () => {
    check(`import torch

class Trainer:
    def __init__(self, model, cfg):
        self.model, self.cfg = model, cfg
        self.optimizer = torch.optim.AdamW(model.parameters())

    def limit(self):
        if self.cfg.max_norm > 0:
            torch.nn.utils.clip_grad_norm_(self.model.parameters(), self.cfg.max_norm)
            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

    def step(self, batch):
        self.optimizer.zero_grad()
        loss = self.model(batch).loss
        self.limit()
        loss.backward()
        self.optimizer.step()
`);
    check(`import torch

def train(model, loader, optimizer, criterion):
    for x, y in loader:
        optimizer.zero_grad()
        criterion(model(x), y).backward()
        optimizer.step()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 5)
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`);
  });

  it("accepts the right places", () => {
    check(`${start}
for x, y in batches:
    opt.zero_grad()
    loss_of(net(x), y).backward()
    clip(net.parameters(), 1.0)
    opt.step()
`);
    check(`${start}
for x, y in batches:
    clip(net.parameters(), 1.0)
    opt.step()
    opt.zero_grad()
    loss_of(net(x), y).backward()
`);
    check(`${start}
for i, (x, y) in enumerate(batches):
    (loss_of(net(x), y) / 4).backward()
    clip(net.parameters(), 1.0)
    if (i + 1) % 4 == 0:
        opt.step()
        opt.zero_grad()
`);
    check(`${start}
for x, y in batches:
    def closure():
        opt.zero_grad()
        loss = loss_of(net(x), y)
        loss.backward()
        clip(net.parameters(), 1.0)
        return loss
    opt.step(closure)
`);
  });

  it("accepts unscaled gradients, on every way there", () => {
    check(`${start}
for x, y in batches:
    opt.zero_grad()
    loss = loss_of(net(x), y)
    if use_amp:
        scaler.scale(loss).backward()
    else:
        loss.backward()
    if use_amp:
        scaler.unscale_(opt)
    clip(net.parameters(), 1.0)
    if use_amp:
        scaler.step(opt)
        scaler.update()
    else:
        opt.step()
`);
    check(`${start}
for x, y in batches:
    opt.zero_grad()
    loss = loss_of(net(x), y)
    if not use_amp:
        loss.backward()
        clip(net.parameters(), 1.0)
        opt.step()
    else:
        scaler.scale(loss).backward()
        scaler.step(opt)
        scaler.update()
`);
    check(`${start.replace("GradScaler()", "GradScaler(enabled=False)")}
for x, y in batches:
    opt.zero_grad()
    scaler.scale(loss_of(net(x), y)).backward()
    clip(net.parameters(), 1.0)
    scaler.step(opt)
    scaler.update()
`);
  });

  it("accepts frameworks that unscale by themselves", () =>
    check(`from accelerate import Accelerator

accelerator = Accelerator(mixed_precision="fp16")
model, optimizer, loader = accelerator.prepare(model, optimizer, loader)
for batch in loader:
    with accelerator.accumulate(model):
        accelerator.backward(model(**batch).loss)
        if accelerator.sync_gradients:
            accelerator.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
`));

  it("keeps two networks apart", () => {
    const nets = `import torch
from torch import nn

gen, dis = nn.Linear(2, 2), nn.Linear(2, 1)
opt_g = torch.optim.Adam(gen.parameters())
opt_d = torch.optim.Adam(dis.parameters())
`;
    check(`${nets}
for real in data:
    opt_d.zero_grad()
    dis(real).mean().backward()
    nn.utils.clip_grad_norm_(dis.parameters(), 1.0)
    opt_d.step()
    opt_g.zero_grad()
    dis(gen(real)).mean().backward()
    nn.utils.clip_grad_norm_(gen.parameters(), 1.0)
    opt_g.step()
`);
    check(`${nets}
for real in data:
    opt_d.zero_grad()
    dis(real).mean().backward()
    nn.utils.clip_grad_norm_(gen.parameters(), 1.0)
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    opt_d.step()
    opt_g.zero_grad()
    dis(gen(real)).mean().backward()
    opt_g.step()
`);
  });

  it("accepts a norm that is only measured, and gradients that come from out of sight", () => {
    check(`${start}
for x, y in batches:
    opt.zero_grad()
    loss_of(net(x), y).backward()
    opt.step()
    norms.append(clip(net.parameters(), float("inf")))
`);
    check(`${start}
for x, y in batches:
    opt.zero_grad()
    engine.backward_all(net, x, y)
    clip(net.parameters(), 1.0)
    opt.step()
    loss_of(net(x), y).backward()
`);
  });

  it("says nothing where the gradients were cleared before: that is another mistake", () =>
    check(`${start}
for x, y in batches:
    loss_of(net(x), y).backward()
    opt.zero_grad()
    clip(net.parameters(), 1.0)
    opt.step()
`));
});
