import pytorch_lightning as pl
import torch
from torch import nn
from torchmetrics.classification import MulticlassAccuracy


class PlantClassifier(pl.LightningModule):
    def __init__(self, backbone: nn.Module, n_classes: int, lr: float = 1e-4):
        super().__init__()
        self.backbone = backbone
        self.classifier = nn.LazyLinear(n_classes)
        self.criterion = nn.CrossEntropyLoss()
        self.accuracy = MulticlassAccuracy(n_classes)
        self.lr = lr

    def forward(self, x):
        features = self.backbone(x)
        return torch.softmax(self.classifier(features), dim=1)  # must: softmax-before-cross-entropy

    def training_step(self, batch, batch_idx):
        x, y = batch
        y_hat = self(x)
        loss = self.criterion(y_hat, y)
        self.log("train/loss", loss)
        return loss

    def validation_step(self, batch, batch_idx):
        x, y = batch
        self.accuracy(self(x), y)
        self.log("val/acc", self.accuracy)

    def configure_optimizers(self):
        return torch.optim.AdamW(self.parameters(), lr=self.lr)
