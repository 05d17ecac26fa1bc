import lightning as L
import torch
import torchmetrics
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets, transforms


class Digits(L.LightningModule):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Flatten(), nn.Linear(784, 256), nn.ReLU(), nn.Dropout(0.2), nn.Linear(256, 10))
        self.accuracy = torchmetrics.Accuracy("multiclass", num_classes=10)

    def step(self, batch):
        x, y = batch
        out = self.net(x)
        return nn.functional.cross_entropy(out, y), self.accuracy(out, y)

    def training_step(self, batch, batch_idx):
        return self.step(batch)[0]

    def validation_step(self, batch, batch_idx):
        self.log("val_acc", self.step(batch)[1])

    def test_step(self, batch, batch_idx):
        self.log("test_acc", self.step(batch)[1])

    def configure_optimizers(self):
        return torch.optim.Adam(self.parameters(), lr=1e-3)


def loader(train):
    data = datasets.MNIST("data", train=train, download=True, transform=transforms.ToTensor())
    return DataLoader(data, batch_size=128, shuffle=train)


def main():
    L.seed_everything(0)
    train_loader, test_loader = loader(True), loader(False)
    trainer = L.Trainer(max_epochs=10, enable_checkpointing=False)
    model = Digits()
    trainer.fit(model, train_loader, test_loader)  # must: validation-data-is-test
    trainer.test(model, test_loader)


if __name__ == "__main__":
    main()
