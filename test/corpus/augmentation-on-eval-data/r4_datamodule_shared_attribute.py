import lightning as L
import torch
from torch.utils.data import DataLoader
from torchvision import transforms as T
from torchvision.datasets import ImageFolder


class PlantDataModule(L.LightningDataModule):
    def __init__(self, root, size=224, batch_size=64):
        super().__init__()
        self.root = root
        self.batch_size = batch_size
        self.preprocess = T.Compose([
            T.RandomResizedCrop(size, scale=(0.6, 1.0)),
            T.RandomHorizontalFlip(),
            T.ColorJitter(0.2, 0.2, 0.2),
            T.ToTensor(),
            T.Normalize((0.485, 0.456, 0.406), (0.229, 0.224, 0.225)),
        ])

    def setup(self, stage=None):
        if stage in (None, "fit"):
            self.train_set = ImageFolder(f"{self.root}/train", transform=self.preprocess)
            self.val_set = ImageFolder(f"{self.root}/val", transform=self.preprocess)  # must: augmentation-on-eval-data

    def train_dataloader(self):
        return DataLoader(self.train_set, self.batch_size, shuffle=True, num_workers=4)

    def val_dataloader(self):
        return DataLoader(self.val_set, self.batch_size, num_workers=4)


class PlantNet(L.LightningModule):
    def __init__(self, backbone, lr):
        super().__init__()
        self.backbone = backbone
        self.lr = lr
        self.loss = torch.nn.CrossEntropyLoss()

    def training_step(self, batch, batch_idx):
        x, y = batch
        return self.loss(self.backbone(x), y)

    def validation_step(self, batch, batch_idx):
        x, y = batch
        self.log("val_loss", self.loss(self.backbone(x), y), prog_bar=True)

    def configure_optimizers(self):
        return torch.optim.AdamW(self.parameters(), lr=self.lr)


def run(backbone, root):
    L.seed_everything(3, workers=True)
    trainer = L.Trainer(max_epochs=20)
    trainer.fit(PlantNet(backbone, 3e-4), datamodule=PlantDataModule(root))
