import argparse
from pathlib import Path

import timm
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import transforms as T
from torchvision.datasets import ImageFolder


def build_transform(args):
    steps = [T.RandomResizedCrop(args.size), T.RandomHorizontalFlip(), T.ColorJitter(0.3, 0.3, 0.3)]
    steps += [T.ToTensor(), T.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])]
    return T.Compose(steps)


def build_loaders(args):
    train_set = ImageFolder(Path(args.data) / "train", transform=build_transform(args))
    val_set = ImageFolder(Path(args.data) / "val", transform=build_transform(args))  # must: augmentation-on-eval-data
    train = DataLoader(train_set, args.batch, shuffle=True, num_workers=4, drop_last=True)
    return train, DataLoader(val_set, args.batch, num_workers=4), len(train_set.classes)


@torch.inference_mode()
def validate(net, loader, device):
    net.eval()
    right = sum((net(x.to(device)).argmax(1).cpu() == y).sum().item() for x, y in loader)
    return right / len(loader.dataset)


def run(args):
    torch.manual_seed(args.seed)
    device = torch.device(args.device)
    train, val, n_classes = build_loaders(args)
    net = timm.create_model("resnet26d", pretrained=True, num_classes=n_classes).to(device)
    optimizer = torch.optim.AdamW(net.parameters(), args.lr)
    for epoch in range(args.epochs):
        net.train()
        for x, y in train:
            loss = nn.functional.cross_entropy(net(x.to(device)), y.to(device))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        print(f"{epoch}: {validate(net, val, device):.4f}")


if __name__ == "__main__":
    p = argparse.ArgumentParser()
    p.add_argument("data")
    p.add_argument("--size", type=int, default=224)
    p.add_argument("--batch", type=int, default=64)
    p.add_argument("--lr", type=float, default=3e-4)
    p.add_argument("--epochs", type=int, default=10)
    p.add_argument("--seed", type=int, default=0)
    p.add_argument("--device", default="cuda")
    run(p.parse_args())
