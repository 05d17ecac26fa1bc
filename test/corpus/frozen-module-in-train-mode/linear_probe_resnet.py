import argparse

import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets, models


def build(n_classes):
    weights = models.ResNet50_Weights.IMAGENET1K_V2
    net = models.resnet50(weights=weights)
    for p in net.parameters():
        p.requires_grad = False
    net.fc = nn.Linear(net.fc.in_features, n_classes)
    return net, weights.transforms()


@torch.no_grad()
def accuracy(net, loader, device):
    net.eval()
    hits = sum((net(x.to(device)).argmax(1) == y.to(device)).sum().item() for x, y in loader)
    return hits / len(loader.dataset)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("root")
    parser.add_argument("--epochs", type=int, default=10)
    args = parser.parse_args()
    torch.manual_seed(0)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    net, transform = build(n_classes=37)
    net.to(device)
    train_set = datasets.OxfordIIITPet(args.root, "trainval", transform=transform, download=True)
    test_set = datasets.OxfordIIITPet(args.root, "test", transform=transform, download=True)
    train_loader = DataLoader(train_set, batch_size=64, shuffle=True)
    test_loader = DataLoader(test_set, batch_size=64)
    optimizer = torch.optim.Adam(net.fc.parameters(), lr=1e-3)
    criterion = nn.CrossEntropyLoss()
    for epoch in range(args.epochs):
        net.train()  # must: frozen-module-in-train-mode
        for x, y in train_loader:
            loss = criterion(net(x.to(device)), y.to(device))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        print(epoch, loss.item())
    print("test accuracy", accuracy(net, test_loader, device))


main()
