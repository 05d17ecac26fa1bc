import lightning as L
import torch
from torch.utils.data import DataLoader, TensorDataset, random_split


class SpectraData(L.LightningDataModule):
    def __init__(self, path: str, batch_size: int = 64):
        super().__init__()
        self.path = path
        self.batch_size = batch_size

    def setup(self, stage=None):
        blob = torch.load(self.path, map_location="cpu", weights_only=True)
        full = TensorDataset(blob["x"], blob["y"])
        n = len(full) // 10
        g = torch.Generator().manual_seed(0)
        self.train_set, self.val_set, self.test_set = random_split(full, [len(full) - 2 * n, n, n], generator=g)

    def train_dataloader(self):
        return DataLoader(self.train_set, self.batch_size, shuffle=True)

    def val_dataloader(self):
        return DataLoader(self.val_set, self.batch_size)

    def test_dataloader(self):
        return DataLoader(self.train_set, self.batch_size)  # must: wrong-split-evaluated


class Net(L.LightningModule):
    def __init__(self):
        super().__init__()
        self.body = torch.nn.Sequential(torch.nn.LazyLinear(128), torch.nn.ReLU(), torch.nn.Linear(128, 1))

    def training_step(self, batch, _):
        x, y = batch
        return torch.nn.functional.mse_loss(self.body(x).squeeze(1), y)

    def validation_step(self, batch, _):
        x, y = batch
        self.log("val_mae", (self.body(x).squeeze(1) - y).abs().mean())

    def test_step(self, batch, _):
        x, y = batch
        self.log("test_mae", (self.body(x).squeeze(1) - y).abs().mean())

    def configure_optimizers(self):
        return torch.optim.Adam(self.parameters(), lr=1e-3)


if __name__ == "__main__":
    L.seed_everything(1)
    data = SpectraData("spectra.pt")
    net = Net()
    trainer = L.Trainer(max_epochs=50)
    trainer.fit(net, datamodule=data)
    trainer.test(net, datamodule=data)
