import { expectFindings } from "../expect-findings.js";

const rule = "distributed-sampler-without-set-epoch";
const check = (source: string, options = {}): void => expectFindings(rule, source, options);

const start = `import torch
from torch.utils.data import DataLoader
from torch.utils.data.distributed import DistributedSampler

sampler = DistributedSampler(rows, shuffle=True)
loader = DataLoader(rows, sampler=sampler)
`;
const step = `optimizer.zero_grad()
        criterion(model(x), y).backward()
        optimizer.step()`;

describe("distributed-sampler-without-set-epoch", () => {
  it("finds epochs that are all alike", () => {
    check(`${start}
for epoch in range(9):
    for x, y in loader:
                ~~~~~~ Each epoch brings the same batches in the same order: call \`set_epoch(epoch)\` of the \`DistributedSampler\` before this loop.
        ${step}
`);
    check(`${start}
for epoch in range(9):
    for i, (x, y) in enumerate(tqdm(loader)):
                     ~~~~~~~~~~~~~~~~~~~~~~~
        ${step}
`);
  });

  it("finds it through functions, methods and a sampler for distributed runs only", () => {
    check(`import torch
from torch.utils.data import DataLoader, DistributedSampler

def make(rows, distributed):
    sampler = DistributedSampler(rows) if distributed else None
    return DataLoader(rows, sampler=sampler, shuffle=sampler is None)

def train_epoch(model, loader, optimizer, criterion):
    for x, y in loader:
                ~~~~~~
        ${step}

def main(args, model, rows, optimizer, criterion):
    loader = make(rows, args.distributed)
    for epoch in range(args.epochs):
        train_epoch(model, loader, optimizer, criterion)
`);
    check(`import torch
from torch.utils.data import DataLoader, DistributedSampler

class Trainer:
    def __init__(self, model, rows):
        self.model = model
        self.loader = DataLoader(rows, sampler=DistributedSampler(rows))
        self.optimizer = torch.optim.Adam(model.parameters())

    def epoch(self):
        for x in self.loader:
                 ~~~~~~~~~~~
            self.optimizer.zero_grad()
            self.model(x).mean().backward()
            self.optimizer.step()

    def fit(self, epochs):
        for _ in range(epochs):
            self.epoch()
`);
  });

  it("finds it where only the other sampler is told", () =>
    check(`${start}
val_sampler = DistributedSampler(others)
val_loader = DataLoader(others, sampler=val_sampler)
for epoch in range(9):
    val_sampler.set_epoch(epoch)
    for x, y in loader:
                ~~~~~~
        ${step}
`));

  it("accepts a sampler that is told, directly or through the loader", () => {
    for (const tell of [
      "sampler.set_epoch(epoch)",
      "loader.sampler.set_epoch(epoch)",
      "if isinstance(loader.sampler, DistributedSampler):\n        loader.sampler.set_epoch(epoch)",
      'if hasattr(loader.sampler, "set_epoch"):\n        loader.sampler.set_epoch(epoch)',
      "loader.sampler.epoch = epoch",
    ])
      check(`${start}
for epoch in range(9):
    ${tell}
    for x, y in loader:
        ${step}
`);
  });

  it("accepts no shuffling, evaluation, and a single pass", () => {
    check(`${start.replace("shuffle=True", "shuffle=False")}
for epoch in range(9):
    for x, y in loader:
        ${step}
`);
    check(`${start}
for epoch in range(9):
    with torch.no_grad():
        for x, y in loader:
            model(x)
`);
    check(`${start}
for x, y in loader:
    optimizer.zero_grad()
    criterion(model(x), y).backward()
    optimizer.step()
`);
  });

  it("accepts a sampler with a seed of its own for each epoch", () =>
    check(`import torch
from torch.utils.data import DataLoader, DistributedSampler

for epoch in range(9):
    loader = DataLoader(rows, sampler=DistributedSampler(rows, seed=epoch))
    for x, y in loader:
        ${step}
`));

  it("leaves frameworks alone", () => {
    check(`${start}
from accelerate import Accelerator

accelerator = Accelerator()
for epoch in range(9):
    for x, y in loader:
        accelerator.backward(criterion(model(x), y))
        optimizer.step()
        optimizer.zero_grad()
`);
    check(`${start}
import pytorch_lightning as pl

trainer = pl.Trainer(max_epochs=9)
trainer.fit(model, loader)
`);
  });

  it("leaves other samplers alone", () =>
    check(`import torch
from torch.utils.data import DataLoader, RandomSampler

loader = DataLoader(rows, sampler=RandomSampler(rows))
for epoch in range(9):
    for x, y in loader:
        ${step}
`));

  it("leaves the loop of a trainer that makes its own sampler to the trainer's file", () =>
    check(
      `import torch
from trainer import Trainer

for seed in range(3):
    trainer = Trainer(make_net(seed), rows)
    trainer.train()
`,
      {
        files: {
          "trainer.py": `import torch
from torch.utils.data import DataLoader, DistributedSampler

class Trainer:
    def __init__(self, net, rows):
        self.net, self.optimizer = net, torch.optim.Adam(net.parameters())
        self.loader = DataLoader(rows, sampler=DistributedSampler(rows))

    def train(self):
        for epoch in range(5):
            for x, y in self.loader:
                self.optimizer.zero_grad()
                torch.nn.functional.mse_loss(self.net(x), y).backward()
                self.optimizer.step()
`,
        },
      },
    ));
});
