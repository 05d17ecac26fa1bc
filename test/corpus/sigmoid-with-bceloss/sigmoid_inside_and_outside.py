"""Multi-label genres of films."""
import argparse

import torch
from torch import nn
from torch.utils.data import DataLoader

from posters import PosterSet


class GenreNet(nn.Module):
    def __init__(self, genres):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 32, 3, stride=2), nn.BatchNorm2d(32), nn.ReLU(),
            nn.Conv2d(32, 64, 3, stride=2), nn.BatchNorm2d(64), nn.ReLU(), nn.AdaptiveAvgPool2d(1),
        )
        self.classifier = nn.Linear(64, genres)

    def forward(self, x):
        x = self.features(x).flatten(1)
        return torch.sigmoid(self.classifier(x))


def train(model, loader, device, args):
    optimizer = torch.optim.Adam(model.parameters(), lr=args.lr)
    bce = nn.BCEWithLogitsLoss()
    for epoch in range(args.epochs):
        model.train()
        total = 0.0
        for images, genres in loader:
            images, genres = images.to(device), genres.float().to(device)
            optimizer.zero_grad()
            loss = bce(model(images), genres)  # must: sigmoid-with-bceloss
            loss.backward()
            optimizer.step()
            total += loss.item()
        print(epoch, total / len(loader))


if __name__ == "__main__":
    cli = argparse.ArgumentParser()
    cli.add_argument("--lr", type=float, default=1e-3)
    cli.add_argument("--epochs", type=int, default=15)
    args = cli.parse_args()
    torch.manual_seed(0)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    data = PosterSet("posters/train")
    net = GenreNet(len(data.genres)).to(device)
    train(net, DataLoader(data, batch_size=64, shuffle=True), device, args)
    torch.save(net.state_dict(), "genres.pt")
