import lightning as L
import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split


def sliding(values, width, ahead):
    past, future = [], []
    for start in range(len(values) - width - ahead + 1):
        past.append(values[start : start + width])
        future.append(values[start + width : start + width + ahead])
    return torch.tensor(np.stack(past)), torch.tensor(np.stack(future))


class TrafficData(L.LightningDataModule):
    def __init__(self, path, width=48, ahead=6, batch_size=64, seed=1):
        super().__init__()
        self.save_hyperparameters()

    def setup(self, stage=None):
        flow = np.load(self.hparams.path).astype("float32")
        windows = TensorDataset(*sliding(flow, self.hparams.width, self.hparams.ahead))
        sizes = [len(windows) - 2 * (len(windows) // 10)] + 2 * [len(windows) // 10]
        generator = torch.Generator().manual_seed(self.hparams.seed)
        self.fit_part, self.val_part, self.test_part = random_split(windows, sizes, generator)  # must: temporal-shuffle-split

    def train_dataloader(self):
        return DataLoader(self.fit_part, self.hparams.batch_size, shuffle=True)

    def val_dataloader(self):
        return DataLoader(self.val_part, self.hparams.batch_size)

    def test_dataloader(self):
        return DataLoader(self.test_part, self.hparams.batch_size)


class Forecast(L.LightningModule):
    def __init__(self, width=48, ahead=6):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(width, 128), nn.ReLU(), nn.Linear(128, ahead))

    def training_step(self, batch, _):
        return nn.functional.mse_loss(self.net(batch[0]), batch[1])

    def validation_step(self, batch, _):
        self.log("val_mae", nn.functional.l1_loss(self.net(batch[0]), batch[1]))

    def test_step(self, batch, _):
        self.log("test_mae", nn.functional.l1_loss(self.net(batch[0]), batch[1]))

    def configure_optimizers(self):
        return torch.optim.Adam(self.parameters(), 1e-3)


if __name__ == "__main__":
    L.seed_everything(1)
    data, model = TrafficData("flow.npy"), Forecast()
    trainer = L.Trainer(max_epochs=15)
    trainer.fit(model, datamodule=data)
    trainer.test(model, datamodule=data)
