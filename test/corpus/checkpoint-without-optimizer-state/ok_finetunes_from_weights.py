"""Starts from pretrained weights at epoch 0 with a new optimizer: not a resumption."""
import argparse

import torch
from torch import nn
from torchvision.models import convnext_tiny


def main(loader):
    ap = argparse.ArgumentParser()
    ap.add_argument("--pretrained", required=True)
    ap.add_argument("--epochs", type=int, default=20)
    ap.add_argument("--export", default="finetuned.pth")
    args = ap.parse_args()
    torch.manual_seed(6)
    model = convnext_tiny(num_classes=1000)
    model.load_state_dict(torch.load(args.pretrained, map_location="cpu", weights_only=True)["model"])
    model.classifier[2] = nn.Linear(768, 12)
    model.cuda()
    optimizer = torch.optim.AdamW(model.parameters(), lr=5e-5)
    criterion = nn.CrossEntropyLoss()
    for epoch in range(args.epochs):
        model.train()
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x.cuda()), y.cuda())
            loss.backward()
            optimizer.step()
        print(epoch, loss.item())
    torch.save({"model": model.state_dict(), "classes": 12}, args.export)
