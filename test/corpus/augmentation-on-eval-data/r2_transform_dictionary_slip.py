import argparse

import torch
import torch.nn.functional as F
from torch.utils.data import DataLoader
from torchvision import datasets, models
from torchvision.transforms import v2 as T


def get_args():
    p = argparse.ArgumentParser()
    p.add_argument("root")
    p.add_argument("--size", type=int, default=224)
    p.add_argument("--epochs", type=int, default=10)
    return p.parse_args()


def build(args):
    mean, std = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
    tail = [T.ToImage(), T.ToDtype(torch.float32, scale=True), T.Normalize(mean, std)]
    tfs = {
        "train": T.Compose([T.RandomResizedCrop(args.size), T.RandomHorizontalFlip(), T.ColorJitter(0.3, 0.3), *tail]),
        "val": T.Compose([T.Resize(256), T.CenterCrop(args.size), *tail]),
    }
    train = datasets.ImageFolder(f"{args.root}/train", transform=tfs["train"])
    val = datasets.ImageFolder(f"{args.root}/val", transform=tfs["train"])  # must: augmentation-on-eval-data
    return DataLoader(train, 32, shuffle=True, num_workers=4), DataLoader(val, 64, num_workers=4)


def main():
    args = get_args()
    torch.manual_seed(0)
    train_loader, val_loader = build(args)
    net = models.efficientnet_b0(num_classes=50)
    opt = torch.optim.AdamW(net.parameters(), lr=3e-4)
    for epoch in range(args.epochs):
        net.train()
        for x, y in train_loader:
            opt.zero_grad()
            F.cross_entropy(net(x), y).backward()
            opt.step()
        net.eval()
        with torch.no_grad():
            hits = sum((net(x).argmax(1) == y).sum().item() for x, y in val_loader)
        print(epoch, hits / len(val_loader.dataset))


main()
