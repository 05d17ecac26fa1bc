import pytorch_lightning as pl
import torch
from torch.utils.data import DataLoader, random_split

from faces.data import LandmarkDataset


class LandmarkData(pl.LightningDataModule):
    def __init__(self, folder, batch_size=32, workers=8, seed=12):
        super().__init__()
        self.save_hyperparameters()

    def setup(self, stage=None):
        dataset = LandmarkDataset(self.hparams.folder)
        n_val = len(dataset) // 10
        self.train_set, self.val_set = random_split(
            dataset, [len(dataset) - n_val, n_val], generator=torch.Generator().manual_seed(self.hparams.seed)
        )

    def train_dataloader(self):
        return DataLoader(
            self.train_set, batch_size=self.hparams.batch_size, shuffle=True, drop_last=True,
            num_workers=self.hparams.workers,
        )

    def val_dataloader(self):
        return DataLoader(
            self.val_set, batch_size=self.hparams.batch_size,
            drop_last=True,  # must: drop-last-on-eval
            num_workers=self.hparams.workers,
        )
