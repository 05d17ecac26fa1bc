import { expectFindings } from "../../rules/expect-findings.js";

describe("steps that a framework runs for each batch", () => {
  it("of an engine of ignite", () =>
    expectFindings(
      "missing-zero-grad",
      `
import torch
from ignite.engine import Engine
from torch import nn

tagger = nn.Linear(30, 4)
adam = torch.optim.Adam(tagger.parameters())

def learn(engine, batch):
    rows, labels = batch
    nn.functional.cross_entropy(tagger(rows), labels).backward()
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    adam.step()

Engine(learn).run(batches, max_epochs=4)
`,
    ));

  it("of a runner of Catalyst", () =>
    expectFindings(
      "missing-zero-grad",
      `
import torch
from catalyst import dl

class Tagging(dl.Runner):
    def handle_batch(self, batch):
        rows, labels = batch
        loss = torch.nn.functional.cross_entropy(self.model(rows), labels)
        if self.is_train_loader:
            loss.backward()
            ~~~~~~~~~~~~~~~
            self.optimizer.step()
`,
    ));

  it("of a Lightning module that optimizes by hand", () =>
    expectFindings(
      "missing-zero-grad",
      `
import pytorch_lightning as pl
import torch

class Tagging(pl.LightningModule):
    def __init__(self):
        super().__init__()
        self.automatic_optimization = False
        self.score = torch.nn.Linear(30, 4)

    def training_step(self, batch, index):
        optimizer = self.optimizers()
        self.manual_backward(torch.nn.functional.cross_entropy(self.score(batch[0]), batch[1]))
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        optimizer.step()

    def configure_optimizers(self):
        return torch.optim.Adam(self.score.parameters())
`,
    ));

  it("are right where they clear, and where the module leaves it to Lightning", () =>
    expectFindings(
      "missing-zero-grad",
      `
import pytorch_lightning as pl
import torch

class Tagging(pl.LightningModule):
    def __init__(self):
        super().__init__()
        self.score = torch.nn.Linear(30, 4)

    def training_step(self, batch, index):
        return torch.nn.functional.cross_entropy(self.score(batch[0]), batch[1])

    def configure_optimizers(self):
        return torch.optim.Adam(self.score.parameters())
`,
    ));
});

describe("gradients that a name decides about", () => {
  it("freeze all the rest, by a method too", () =>
    expectFindings(
      "frozen-module-in-train-mode",
      `
import torch
import torchvision

birds = torchvision.models.densenet121(weights="DEFAULT")
for name, weight in birds.named_parameters():
    weight.requires_grad_(name.startswith("classifier"))
adam = torch.optim.Adam(birds.classifier.parameters())
for epoch in range(4):
    birds.train()
    ~~~~~~~~~~~~~
    for rows, labels in batches:
        adam.zero_grad()
        torch.nn.functional.cross_entropy(birds(rows), labels).backward()
        adam.step()
`,
    ));

  it("are not known where an option decides", () =>
    expectFindings(
      "frozen-module-in-train-mode",
      `
import torch
import torchvision

birds = torchvision.models.densenet121(weights="DEFAULT")
for weight in birds.features.parameters():
    weight.requires_grad_(not options.frozen)
adam = torch.optim.Adam(birds.parameters())
for epoch in range(4):
    birds.train()
    for rows, labels in batches:
        adam.zero_grad()
        torch.nn.functional.cross_entropy(birds(rows), labels).backward()
        adam.step()
`,
    ));
});
