import lightning as L
import torch
import torch.nn.functional as F
from torch import nn
from torch.utils.data import DataLoader
from torch.utils.data.distributed import DistributedSampler


class Regressor(L.LightningModule):
    def __init__(self, n_in, dataset):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(n_in, 128), nn.ReLU(), nn.Linear(128, 1))
        self.dataset = dataset

    def train_dataloader(self):
        return DataLoader(self.dataset, batch_size=64, sampler=DistributedSampler(self.dataset))

    def training_step(self, batch, batch_idx):
        x, y = batch
        loss = F.mse_loss(self.net(x).squeeze(1), y)
        self.log("loss", loss)
        return loss

    def configure_optimizers(self):
        return torch.optim.Adam(self.parameters(), lr=1e-3)


def main(dataset, n_in):
    L.seed_everything(0)
    L.Trainer(max_epochs=20, accelerator="gpu", devices=4, strategy="ddp").fit(Regressor(n_in, dataset))
