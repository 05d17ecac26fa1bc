import { expectFindings } from "../expect-findings.js";

const rule = "scheduler-wrong-cadence";
const check = (source: string, options = {}): void => expectFindings(rule, source, options);

/** A script whose scheduler steps at each batch (with marks below it) or once an epoch. */
function script(schedule: string, at: "batch" | "epoch", mark = "", epochs = "range(50)"): string {
  const step = at === "batch" ? "        scheduler.step()" : "    scheduler.step()";
  return `import torch
from torch.optim import lr_scheduler
from transformers import get_linear_schedule_with_warmup

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = ${schedule}
for epoch in ${epochs}:
    for x, y in loader:
        optimizer.zero_grad()
        criterion(model(x), y).backward()
        optimizer.step()
${step}
${mark === "" ? "" : `${at === "batch" ? "        " : "    "}~~~~~~~~~~~~~~~~ ${mark}`}
`;
}

const batches = (kind: string): string =>
  `The length of this \`${kind}\` counts batches, but \`scheduler\` steps once an epoch: step it after each \`optimizer.step()\`.`;
const epochs = (kind: string): string =>
  `The length of this \`${kind}\` counts epochs, but \`scheduler\` steps at each batch: step it once, at the end of the epoch.`;

describe("scheduler-wrong-cadence", () => {
  it("finds lengths in batches that are stepped once an epoch", () => {
    for (const [kind, schedule] of [
      ["OneCycleLR", "lr_scheduler.OneCycleLR(optimizer, 0.1, total_steps=50 * len(loader))"],
      ["OneCycleLR", "lr_scheduler.OneCycleLR(optimizer, 0.1, epochs=50, steps_per_epoch=len(loader))"],
      ["CosineAnnealingLR", "lr_scheduler.CosineAnnealingLR(optimizer, len(loader) * args.epochs)"],
      ["get_linear_schedule_with_warmup", "get_linear_schedule_with_warmup(optimizer, 100, len(loader) * 50)"],
      ["get_linear_schedule_with_warmup", "get_linear_schedule_with_warmup(optimizer, 100, args.max_train_steps)"],
    ])
      check(script(schedule!, "epoch", batches(kind!)));
  });

  it("finds lengths in epochs that are stepped at each batch", () => {
    for (const [kind, schedule] of [
      ["CosineAnnealingLR", "lr_scheduler.CosineAnnealingLR(optimizer, T_max=50)"],
      ["CosineAnnealingLR", "lr_scheduler.CosineAnnealingLR(optimizer, T_max=args.epochs, eta_min=1e-6)"],
      ["StepLR", "lr_scheduler.StepLR(optimizer, 30)"],
      ["StepLR", "lr_scheduler.StepLR(optimizer, step_size=20, gamma=0.5)"],
      ["MultiStepLR", "lr_scheduler.MultiStepLR(optimizer, milestones=[20, 40])"],
    ])
      check(script(schedule!, "batch", epochs(kind!)));
    check(`import torch

class Trainer:
    def __init__(self, model, cfg):
        self.model, self.cfg = model, cfg
        self.optimizer = torch.optim.AdamW(model.parameters())
        self.sched = torch.optim.lr_scheduler.CosineAnnealingLR(self.optimizer, T_max=cfg["epochs"])

    def step(self, batch):
        self.optimizer.zero_grad()
        self.model(batch).mean().backward()
        self.optimizer.step()
        if self.sched is not None:
            self.sched.step()
            ~~~~~~~~~~~~~~~~~

    def fit(self, loader):
        for _ in range(self.cfg["epochs"]):
            for batch in loader:
                self.step(batch)
`);
  });

  it("knows a scheduler of several", () =>
    check(`import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR

def main(model, loader, epochs, warmup_epochs):
    optimizer = torch.optim.AdamW(model.parameters())
    warm = LinearLR(optimizer, total_iters=warmup_epochs)
    cosine = CosineAnnealingLR(optimizer, T_max=epochs - warmup_epochs)
    scheduler = SequentialLR(optimizer, [warm, cosine], milestones=[warmup_epochs])
    for epoch in range(epochs):
        for batch in loader:
            optimizer.zero_grad()
            model(batch).mean().backward()
            optimizer.step()
            scheduler.step()
            ~~~~~~~~~~~~~~~~
`));

  it("accepts schedules that are stepped as they count", () => {
    check(script("lr_scheduler.OneCycleLR(optimizer, 0.1, total_steps=50 * len(loader))", "batch"));
    check(script("lr_scheduler.OneCycleLR(optimizer, 0.1, total_steps=50)", "epoch"));
    check(script("lr_scheduler.OneCycleLR(optimizer, 0.1, epochs=50, steps_per_epoch=1)", "epoch"));
    check(script("lr_scheduler.CosineAnnealingLR(optimizer, T_max=50)", "epoch"));
    check(script("lr_scheduler.CosineAnnealingLR(optimizer, T_max=50 * len(loader))", "batch"));
    check(script("lr_scheduler.StepLR(optimizer, 30)", "epoch"));
    check(script("get_linear_schedule_with_warmup(optimizer, 100, total_steps)", "batch"));
  });

  it("accepts decays that may be meant for batches", () => {
    check(script("lr_scheduler.StepLR(optimizer, step_size=1, gamma=0.9999)", "batch"));
    check(script("lr_scheduler.StepLR(optimizer, step_size=10000)", "batch"));
    check(script("lr_scheduler.MultiStepLR(optimizer, milestones=[20000, 40000])", "batch"));
    check(script("lr_scheduler.ExponentialLR(optimizer, 0.999)", "batch"));
    check(script("lr_scheduler.LambdaLR(optimizer, lambda step: 0.9**step)", "batch"));
  });

  it("accepts full-batch training, and loops over updates", () => {
    check(`import torch

optimizer = torch.optim.Adam(model.parameters())
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=200)
for fold in folds:
    for epoch in range(200):
        optimizer.zero_grad()
        model(graph).mean().backward()
        optimizer.step()
        scheduler.step()
`);
    check(`import torch

optimizer = torch.optim.Adam(model.parameters())
scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, milestones=[100, 150])
for step in range(200):
    optimizer.zero_grad()
    model(next(data)).mean().backward()
    optimizer.step()
    scheduler.step()
`);
  });

  it("accepts a step that only the last batch takes, or that depends on the kind of schedule", () => {
    check(`import torch

optimizer = torch.optim.Adam(model.parameters())
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 10)
for epoch in range(50):
    for i, x in enumerate(loader):
        optimizer.zero_grad()
        model(x).mean().backward()
        optimizer.step()
        if i == len(loader) - 1:
            scheduler.step()
`);
    check(`import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, OneCycleLR

optimizer = torch.optim.Adam(model.parameters())
if args.schedule == "one-cycle":
    scheduler = OneCycleLR(optimizer, 0.1, total_steps=len(loader) * args.epochs)
else:
    scheduler = CosineAnnealingLR(optimizer, T_max=args.epochs)
for epoch in range(args.epochs):
    for x in loader:
        optimizer.zero_grad()
        model(x).mean().backward()
        optimizer.step()
        if args.schedule == "one-cycle":
            scheduler.step()
    if args.schedule != "one-cycle":
        scheduler.step()
`);
  });

  it("accepts a fraction of an epoch that the scheduler is told", () =>
    check(`import torch

optimizer = torch.optim.Adam(model.parameters())
scheduler = torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(optimizer, T_0=10)
for epoch in range(50):
    for i, x in enumerate(loader):
        optimizer.zero_grad()
        model(x).mean().backward()
        optimizer.step()
        scheduler.step(epoch + i / len(loader))
`));

  it("finds a plateau that is looked for at each batch", () =>
    check(`import torch

optimizer = torch.optim.Adam(model.parameters())
scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, patience=5)
for epoch in range(50):
    for i, x in enumerate(loader):
        optimizer.zero_grad()
        loss = model(x).mean()
        loss.backward()
        optimizer.step()
        scheduler.step(loss)
        ~~~~~~~~~~~~~~~~~~~~
`));
});
