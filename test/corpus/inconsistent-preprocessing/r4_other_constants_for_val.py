"""Satellite tiles; statistics of our own archive."""
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import transforms as T
from torchvision.datasets import ImageFolder

MEAN, STD = (0.344, 0.380, 0.408), (0.204, 0.137, 0.115)


def train_transform():
    return T.Compose([T.RandomVerticalFlip(), T.RandomHorizontalFlip(), T.ToTensor(), T.Normalize(MEAN, STD)])


def val_transform():
    return T.Compose([
        T.ToTensor(),
        T.Normalize((0.5, 0.5, 0.5), (0.5, 0.5, 0.5)),  # must: inconsistent-preprocessing
    ])


def evaluate(net, loader, device):
    net.eval()
    with torch.no_grad():
        return sum((net(x.to(device)).argmax(1).cpu() == y).sum().item() for x, y in loader) / len(loader.dataset)


def main(net, root, device="cuda", epochs=20):
    torch.manual_seed(4)
    train_loader = DataLoader(ImageFolder(f"{root}/train", train_transform()), 64, shuffle=True)
    val_loader = DataLoader(ImageFolder(f"{root}/val", val_transform()), 64)
    optimizer = torch.optim.AdamW(net.parameters(), lr=1e-3)
    for epoch in range(epochs):
        net.train()
        for x, y in train_loader:
            optimizer.zero_grad()
            nn.functional.cross_entropy(net(x.to(device)), y.to(device)).backward()
            optimizer.step()
        print(epoch, evaluate(net, val_loader, device))
