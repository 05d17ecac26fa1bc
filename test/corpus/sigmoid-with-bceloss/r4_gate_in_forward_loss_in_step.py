"""Multi-label tagging of legal paragraphs (Lightning)."""
import lightning as L
import torch
import torch.nn.functional as F
from torch import nn


class ParagraphEncoder(nn.Module):
    def __init__(self, width, labels):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(width, 512), nn.GELU(), nn.Dropout(0.1))
        self.out = nn.Linear(512, labels)

    def forward(self, x):
        return torch.sigmoid(self.out(self.body(x)))


class Tagging(L.LightningModule):
    def __init__(self, width, labels, lr=2e-4):
        super().__init__()
        self.encoder = ParagraphEncoder(width, labels)
        self.lr = lr

    def forward(self, x):
        return self.encoder(x)

    def training_step(self, batch, batch_idx):
        x, y = batch
        loss = F.binary_cross_entropy_with_logits(self(x), y.float())  # must: sigmoid-with-bceloss
        self.log("loss", loss)
        return loss

    def predict_step(self, batch, batch_idx):
        return self(batch[0]) > 0.5

    def configure_optimizers(self):
        return torch.optim.AdamW(self.parameters(), lr=self.lr)
