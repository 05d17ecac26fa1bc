import lightning as L
import torch
from lightning.pytorch.callbacks import EarlyStopping
from torch import nn
from torch.utils.data import DataLoader, random_split
from torchvision import datasets, transforms


class DigitData(L.LightningDataModule):
    def __init__(self, root="data", batch_size=128):
        super().__init__()
        self.root, self.batch_size = root, batch_size

    def setup(self, stage=None):
        to_tensor = transforms.ToTensor()
        whole = datasets.MNIST(self.root, train=True, transform=to_tensor)
        keep = torch.Generator().manual_seed(6)
        self.fit_part, self.val_part = random_split(whole, [0.9, 0.1], generator=keep)
        self.test_part = datasets.MNIST(self.root, train=False, transform=to_tensor)

    def train_dataloader(self):
        return DataLoader(self.fit_part, self.batch_size, shuffle=True)

    def val_dataloader(self):
        return DataLoader(self.val_part, self.batch_size)

    def test_dataloader(self):
        return DataLoader(self.test_part, self.batch_size)


class Linear(L.LightningModule):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Flatten(), nn.Dropout(0.1), nn.Linear(784, 10))
        self.loss = nn.CrossEntropyLoss()

    def training_step(self, batch, _):
        return self.loss(self.net(batch[0]), batch[1])

    def validation_step(self, batch, _):
        self.log("val_loss", self.loss(self.net(batch[0]), batch[1]))

    def test_step(self, batch, _):
        self.log("test_loss", self.loss(self.net(batch[0]), batch[1]))

    def configure_optimizers(self):
        return torch.optim.Adam(self.parameters(), lr=1e-3)


if __name__ == "__main__":
    L.seed_everything(6)
    dm = DigitData()
    trainer = L.Trainer(max_epochs=30, callbacks=[EarlyStopping("val_loss", patience=3)])
    trainer.fit(model := Linear(), datamodule=dm)
    trainer.test(model, datamodule=dm)
