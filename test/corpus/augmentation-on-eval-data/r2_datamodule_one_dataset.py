import lightning as L
import torch
from torch.utils.data import DataLoader, random_split
from torchvision import transforms as T
from torchvision.datasets import EuroSAT


class Satellite(L.LightningDataModule):
    def __init__(self, root="data", batch=64, seed=5):
        super().__init__()
        self.root, self.batch, self.seed = root, batch, seed
        self.tf = T.Compose([T.RandomRotation(90), T.RandomVerticalFlip(), T.ToTensor()])

    def prepare_data(self):
        EuroSAT(self.root, download=True)

    def setup(self, stage=None):
        full = EuroSAT(self.root, transform=self.tf)
        g = torch.Generator().manual_seed(self.seed)
        self.train_part, self.val_part = random_split(full, [0.8, 0.2], generator=g)  # must: augmentation-on-eval-data

    def train_dataloader(self):
        return DataLoader(self.train_part, self.batch, shuffle=True, num_workers=4)

    def val_dataloader(self):
        return DataLoader(self.val_part, self.batch, num_workers=4)
