import lightning as L
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn


class Fraud(L.LightningModule):
    def __init__(self, counts: np.ndarray, width: int = 64):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(30, width), nn.ReLU(), nn.Linear(width, len(counts)))
        weights = counts.sum() / (len(counts) * counts)
        self.class_weights = torch.from_numpy(weights).float()  # must: tensor-not-registered-buffer

    def forward(self, x, y):
        logits = self.net(x)
        return F.cross_entropy(logits, y, weight=self.class_weights)

    def training_step(self, batch, _):
        return self(*batch)

    def configure_optimizers(self):
        return torch.optim.Adam(self.parameters(), lr=1e-3)


def main(counts, loader):
    L.Trainer(accelerator="gpu", max_epochs=5).fit(Fraud(counts), loader)
