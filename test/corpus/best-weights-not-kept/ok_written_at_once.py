import argparse
import pathlib

import torch
from torch import nn


def validate(model, loader, device):
    model.eval()
    hits = n = 0
    with torch.no_grad():
        for x, y in loader:
            hits += (model(x.to(device)).argmax(1).cpu() == y).sum().item()
            n += len(y)
    return hits / n


def save_checkpoint(state, folder, is_best):
    torch.save(state, folder / "last.pth")
    if is_best:
        torch.save(state["model"], folder / "best.pth")


def main(build, loaders):
    ap = argparse.ArgumentParser()
    ap.add_argument("--folder", type=pathlib.Path, default="runs")
    ap.add_argument("--epochs", type=int, default=90)
    args = ap.parse_args()
    torch.manual_seed(0)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model = build().to(device)
    opt = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    ce = nn.CrossEntropyLoss()
    best_acc = 0
    for epoch in range(args.epochs):
        model.train()
        for x, y in loaders["train"]:
            opt.zero_grad()
            ce(model(x.to(device)), y.to(device)).backward()
            opt.step()
        acc = validate(model, loaders["val"], device)
        is_best = acc > best_acc
        best_acc = max(acc, best_acc)
        state = {"model": model.state_dict(), "optimizer": opt.state_dict(), "epoch": epoch, "best_acc": best_acc}
        save_checkpoint(state, args.folder, is_best)
