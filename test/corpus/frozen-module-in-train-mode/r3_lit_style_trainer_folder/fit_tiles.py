# main
import torch
from torch import nn, optim
from torch.utils.data import DataLoader
from torchvision.datasets import ImageFolder
from torchvision.models import ResNet18_Weights

from backbone import Tile

PREPARE = ResNet18_Weights.DEFAULT.transforms()


def accuracy(model, loader):
    model.eval()
    with torch.no_grad():
        return sum((model(x).argmax(1) == y).sum().item() for x, y in loader) / len(loader.dataset)


def main():
    torch.manual_seed(36)
    train = DataLoader(ImageFolder("tiles/train", PREPARE), batch_size=64, shuffle=True, num_workers=4)
    valid = DataLoader(ImageFolder("tiles/valid", PREPARE), batch_size=256, num_workers=4)
    model = Tile(classes=9)
    optimizer = optim.Adam(model.head.parameters(), lr=1e-3)
    ce = nn.CrossEntropyLoss()
    for epoch in range(10):
        model.train()  # must: frozen-module-in-train-mode
        for x, y in train:
            optimizer.zero_grad()
            loss = ce(model(x), y)
            loss.backward()
            optimizer.step()
        print(epoch, loss.item(), accuracy(model, valid))
    torch.save(model.head.state_dict(), "tile_head.pt")


if __name__ == "__main__":
    main()
