import lightning.pytorch as pl
import torch
from torch.utils.data import DataLoader, random_split
from torchvision import transforms
from torchvision.datasets import StanfordCars

PREPARE = transforms.Compose([transforms.Resize((224, 224)), transforms.ToTensor()])


class Cars(pl.LightningDataModule):
    def __init__(self, root, batch_size=32, num_workers=8, seed=42):
        super().__init__()
        self.save_hyperparameters()

    def prepare_data(self):
        for part in ("train", "test"):
            StanfordCars(self.hparams.root, split=part, download=True)

    def setup(self, stage):
        root = self.hparams.root
        if stage == "fit":
            cars = StanfordCars(root, split="train", transform=PREPARE)
            generator = torch.Generator().manual_seed(self.hparams.seed)
            self.train_set, self.val_set = random_split(cars, [0.9, 0.1], generator=generator)
        if stage == "test":
            self.test_set = StanfordCars(root, split="test", transform=PREPARE)

    def train_dataloader(self):
        return DataLoader(
            self.train_set,
            batch_size=self.hparams.batch_size,
            num_workers=self.hparams.num_workers,
            shuffle=True,
            drop_last=True,
        )

    def val_dataloader(self):
        return DataLoader(
            self.val_set,
            batch_size=self.hparams.batch_size,
            num_workers=self.hparams.num_workers,
            drop_last=True,  # must: drop-last-on-eval
        )

    def test_dataloader(self):
        return DataLoader(self.test_set, batch_size=self.hparams.batch_size, num_workers=self.hparams.num_workers)
