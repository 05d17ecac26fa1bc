import argparse

import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets
from torchvision.models import ResNet50_Weights, resnet50


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("root")
    ap.add_argument("--epochs", type=int, default=12)
    ap.add_argument("--lr", type=float, default=1e-4)
    args = ap.parse_args()
    torch.manual_seed(0)

    weights = ResNet50_Weights.IMAGENET1K_V2
    model = resnet50(weights=weights)
    optimizer = torch.optim.AdamW(model.parameters(), lr=args.lr)
    criterion = nn.CrossEntropyLoss()

    dataset = datasets.ImageFolder(args.root, weights.transforms())
    model.fc = nn.Linear(2048, len(dataset.classes))  # must: model-moved-after-optimizer
    loader = DataLoader(dataset, batch_size=32, shuffle=True)

    for epoch in range(args.epochs):
        model.train()
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
        print(epoch, loss.item())


main()
