import lightning.pytorch as pl
import torch
import torch.nn.functional as TF
from torch import nn


class EcgClassifier(pl.LightningModule):
    def __init__(self, leads=12, classes=5, lr=1e-3):
        super().__init__()
        self.save_hyperparameters()
        self.trunk = nn.Sequential(nn.Conv1d(leads, 32, 7), nn.ReLU(), nn.AdaptiveAvgPool1d(1), nn.Flatten())
        self.head = nn.Linear(32, classes)

    def forward(self, x):
        return TF.softmax(self.head(self.trunk(x)), dim=-1)  # must: softmax-before-cross-entropy

    def _shared(self, batch, name):
        signal, rhythm = batch
        probs = self(signal)
        loss = TF.cross_entropy(probs, rhythm)
        self.log(f"{name}_loss", loss)
        return loss

    def training_step(self, batch, batch_idx):
        return self._shared(batch, "train")

    def validation_step(self, batch, batch_idx):
        return self._shared(batch, "val")

    def configure_optimizers(self):
        return torch.optim.Adam(self.parameters(), lr=self.hparams.lr)
