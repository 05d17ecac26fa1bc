import lightning as L
import torch
import torch.nn.functional as F
import torchmetrics
from torch import nn


class IntentClassifier(L.LightningModule):
    """Pooled sentence vectors in, one of the intents out."""

    def __init__(self, dim=768, intents=64, lr=2e-4):
        super().__init__()
        self.save_hyperparameters()
        self.trunk = nn.Sequential(nn.LayerNorm(dim), nn.Linear(dim, 512), nn.GELU(), nn.Dropout(0.2))
        self.out = nn.Linear(512, intents)
        self.val_acc = torchmetrics.Accuracy(task="multiclass", num_classes=intents)

    def forward(self, x):
        return self.out(self.trunk(x))

    def shared(self, batch):
        x, y = batch
        probs = F.softmax(self(x), dim=-1)  # must: softmax-before-cross-entropy
        return F.cross_entropy(probs, y), probs, y

    def training_step(self, batch, batch_idx):
        loss, _, _ = self.shared(batch)
        self.log("train/loss", loss)
        return loss

    def validation_step(self, batch, batch_idx):
        loss, probs, y = self.shared(batch)
        self.val_acc(probs, y)
        self.log_dict({"val/loss": loss, "val/acc": self.val_acc})

    def configure_optimizers(self):
        return torch.optim.AdamW(self.parameters(), lr=self.hparams.lr)


def main(data: L.LightningDataModule):
    L.seed_everything(7, workers=True)
    trainer = L.Trainer(max_epochs=20, callbacks=[L.pytorch.callbacks.ModelCheckpoint(monitor="val/acc", mode="max")])
    trainer.fit(IntentClassifier(), datamodule=data)
