import lightning.pytorch as pl
import torch
from torch.utils.data import DataLoader


class Prices(pl.LightningDataModule):
    def __init__(self, train_set, val_set, test_set, batch_size=128):
        super().__init__()
        self.sets = {"train": train_set, "val": val_set, "test": test_set}
        self.batch_size = batch_size

    def train_dataloader(self):
        return DataLoader(self.sets["train"], self.batch_size, shuffle=True, drop_last=True)

    def val_dataloader(self):
        return DataLoader(self.sets["val"], self.batch_size)

    def test_dataloader(self):
        return DataLoader(self.sets["test"], self.batch_size, drop_last=True)  # must: drop-last-on-eval


class Regressor(pl.LightningModule):
    def __init__(self, n_in):
        super().__init__()
        self.net = torch.nn.Sequential(torch.nn.Linear(n_in, 64), torch.nn.GELU(), torch.nn.Linear(64, 1))

    def _loss(self, batch):
        x, y = batch
        return torch.nn.functional.l1_loss(self.net(x).squeeze(-1), y)

    def training_step(self, batch, _):
        return self._loss(batch)

    def validation_step(self, batch, _):
        self.log("val_mae", self._loss(batch))

    def test_step(self, batch, _):
        self.log("test_mae", self._loss(batch))

    def configure_optimizers(self):
        return torch.optim.AdamW(self.parameters(), lr=1e-3)


def run(sets, n_in):
    pl.seed_everything(11)
    data, net = Prices(*sets), Regressor(n_in)
    trainer = pl.Trainer(max_epochs=40, logger=False)
    trainer.fit(net, data)
    return trainer.test(net, data)
