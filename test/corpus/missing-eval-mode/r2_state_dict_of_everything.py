import argparse

import torch
from torch import nn
from torchvision.models import mobilenet_v2

from loaders import make_loaders


def build(cfg):
    model = mobilenet_v2(num_classes=cfg.classes).to(cfg.device)
    return {
        "model": model,
        "criterion": nn.CrossEntropyLoss(),
        "optim": torch.optim.SGD(model.parameters(), lr=cfg.lr, momentum=0.9),
        "step": 0,
    }


def train_one_epoch(state, loader, device):
    state["model"].train()
    for img, lab in loader:
        img, lab = img.to(device), lab.to(device)
        state["optim"].zero_grad()
        loss = state["criterion"](state["model"](img), lab)
        loss.backward()
        state["optim"].step()
        state["step"] += 1


@torch.no_grad()
def validate(state, loader, device):
    right = seen = 0
    for img, lab in loader:
        img, lab = img.to(device), lab.to(device)
        pred = state["model"](img).argmax(1)  # must: missing-eval-mode
        right += (pred == lab).sum().item()
        seen += lab.numel()
    return right / seen


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--classes", type=int, default=10)
    ap.add_argument("--lr", type=float, default=0.05)
    ap.add_argument("--epochs", type=int, default=20)
    ap.add_argument("--device", default="cpu")
    cfg = ap.parse_args()
    torch.manual_seed(0)
    train_loader, val_loader = make_loaders()
    state = build(cfg)
    for epoch in range(cfg.epochs):
        train_one_epoch(state, train_loader, cfg.device)
        print(epoch, validate(state, val_loader, cfg.device))


if __name__ == "__main__":
    main()
