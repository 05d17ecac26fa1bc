from dataclasses import dataclass

import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset


@dataclass
class Data:
    train: Dataset
    val: Dataset
    batch_size: int = 64

    def train_loader(self):
        return DataLoader(self.train, self.batch_size, shuffle=True)

    def val_loader(self):
        return DataLoader(self.train, self.batch_size)  # must: wrong-split-evaluated


def validate(model, loader):
    model.eval()
    with torch.no_grad():
        hits = sum((model(x).argmax(1) == y).sum().item() for x, y in loader)
    return hits / len(loader.dataset)


def fit(model, data: Data, epochs: int):
    torch.manual_seed(65)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
    for epoch in range(epochs):
        model.train()
        for x, y in data.train_loader():
            optimizer.zero_grad()
            nn.functional.cross_entropy(model(x), y).backward()
            optimizer.step()
        print(f"epoch {epoch}: val accuracy {validate(model, data.val_loader()):.3f}")
