import lightning.pytorch as pl
import torch
from torch.utils.data import DataLoader
from torch.utils.data.distributed import DistributedSampler


class Data(pl.LightningDataModule):
    def __init__(self, train_set, val_set):
        super().__init__()
        self.train_set, self.val_set = train_set, val_set

    def train_dataloader(self):
        return DataLoader(self.train_set, batch_size=32, sampler=DistributedSampler(self.train_set))

    def val_dataloader(self):
        return DataLoader(self.val_set, batch_size=32, sampler=DistributedSampler(self.val_set, shuffle=False))


def gather_scores(model, dataset, repeats):
    loader = DataLoader(dataset, batch_size=64, sampler=DistributedSampler(dataset, shuffle=False))
    model.eval()
    for _ in range(repeats):
        with torch.no_grad():
            yield torch.cat([model(x) for x, _ in loader])


def main(module, data):
    pl.Trainer(devices=4, strategy="ddp", max_epochs=10, use_distributed_sampler=False).fit(module, datamodule=data)
