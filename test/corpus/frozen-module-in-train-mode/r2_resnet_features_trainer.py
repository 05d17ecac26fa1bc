import torch
from torch import nn
from torchvision import models


class TransferTrainer:
    def __init__(self, classes, lr=1e-3):
        self.model = models.resnet50(weights=models.ResNet50_Weights.IMAGENET1K_V2)
        for p in self.model.parameters():
            p.requires_grad = False
        self.model.fc = nn.Linear(self.model.fc.in_features, classes)
        self.optimizer = torch.optim.Adam(self.model.fc.parameters(), lr=lr)
        self.criterion = nn.CrossEntropyLoss()

    def train_epoch(self, loader):
        self.model.train()  # must: frozen-module-in-train-mode
        for x, y in loader:
            self.optimizer.zero_grad()
            self.criterion(self.model(x), y).backward()
            self.optimizer.step()

    @torch.no_grad()
    def accuracy(self, loader):
        self.model.eval()
        return sum((self.model(x).argmax(1) == y).sum().item() for x, y in loader) / len(loader.dataset)

    def fit(self, train_loader, val_loader, epochs=5):
        for _ in range(epochs):
            self.train_epoch(train_loader)
            print(self.accuracy(val_loader))
