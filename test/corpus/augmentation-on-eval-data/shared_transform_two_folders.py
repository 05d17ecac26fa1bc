"""Pets: the same transform is given to both folders."""
import argparse

import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets, models, transforms

MEAN, STD = [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]


def get_loaders(root, batch_size):
    tfm = transforms.Compose(
        [
            transforms.RandomResizedCrop(224),
            transforms.RandomHorizontalFlip(),
            transforms.ColorJitter(0.2, 0.2),
            transforms.ToTensor(),
            transforms.Normalize(MEAN, STD),
        ]
    )
    train_ds = datasets.ImageFolder(f"{root}/train", transform=tfm)
    val_ds = datasets.ImageFolder(f"{root}/val", transform=tfm)  # must: augmentation-on-eval-data
    return (
        DataLoader(train_ds, batch_size=batch_size, shuffle=True, num_workers=4),
        DataLoader(val_ds, batch_size=batch_size, num_workers=4),
    )


def train_epoch(net, loader, criterion, optimizer, device):
    net.train()
    for images, labels in loader:
        images, labels = images.to(device), labels.to(device)
        optimizer.zero_grad()
        loss = criterion(net(images), labels)
        loss.backward()
        optimizer.step()


@torch.no_grad()
def validate(net, loader, device):
    net.eval()
    correct = 0
    for images, labels in loader:
        correct += (net(images.to(device)).argmax(1).cpu() == labels).sum().item()
    return correct / len(loader.dataset)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("root")
    parser.add_argument("--epochs", type=int, default=10)
    args = parser.parse_args()
    torch.manual_seed(0)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    net = models.resnet18(weights="IMAGENET1K_V1")
    net.fc = nn.Linear(net.fc.in_features, 37)
    net.to(device)
    opt = torch.optim.AdamW(net.parameters(), lr=1e-4)
    train_loader, val_loader = get_loaders(args.root, 64)
    for epoch in range(args.epochs):
        train_epoch(net, train_loader, nn.CrossEntropyLoss(), opt, device)
        print(epoch, validate(net, val_loader, device))
