import pytorch_lightning as pl
import torch
from torch import nn
from transformers import Trainer, TrainingArguments


class Lit(pl.LightningModule):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(10, 20), nn.BatchNorm1d(20), nn.ReLU(), nn.Linear(20, 2))

    def forward(self, x):
        return self.net(x)

    def test_step(self, batch, _):
        x, y = batch
        self.log("acc", (self(x).argmax(1) == y).float().mean())


def with_lightning(path, loader):
    model = Lit()
    model.load_state_dict(torch.load(path, map_location="cpu", weights_only=True)["state_dict"])
    pl.Trainer(logger=False).test(model, loader)


def with_checkpoint(path, loader):
    model = Lit.load_from_checkpoint(path)
    return pl.Trainer(logger=False).predict(model, loader)


def with_trainer(model, path, dataset):
    model.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
    return Trainer(model=model, args=TrainingArguments("out")).evaluate(dataset)
