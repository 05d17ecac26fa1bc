"""Transfer learning for pollen grains; the backbone stays as it is and only the new head is trained."""
import argparse

import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import models, transforms
from torchvision.datasets import ImageFolder


def feature_extractor(classes):
    """A pretrained MobileNet as frozen feature extractor with a new classifier."""
    weights = models.MobileNet_V3_Large_Weights.DEFAULT
    net = models.mobilenet_v3_large(weights=weights)
    net.classifier[3] = nn.Linear(net.classifier[3].in_features, classes)
    return net, weights.transforms()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("root")
    parser.add_argument("--epochs", type=int, default=10)
    args = parser.parse_args()
    torch.manual_seed(36)
    folder = ImageFolder(args.root)
    net, prepare = feature_extractor(len(folder.classes))
    folder.transform = transforms.Compose([transforms.RandomHorizontalFlip(), prepare])
    loader = DataLoader(folder, batch_size=32, shuffle=True)
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)  # must: missing-freeze
    for _ in range(args.epochs):
        net.train()
        for x, y in loader:
            optimizer.zero_grad()
            nn.functional.cross_entropy(net(x), y).backward()
            optimizer.step()
    torch.save(net.state_dict(), "pollen.pt")


if __name__ == "__main__":
    main()
