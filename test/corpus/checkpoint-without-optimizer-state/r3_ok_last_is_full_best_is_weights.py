import argparse
import pathlib

import torch
from torch import nn


def everything(**parts):
    return {name: part.state_dict() if hasattr(part, "state_dict") else part for name, part in parts.items()}


def valid_loss(net, loader):
    net.eval()
    with torch.no_grad():
        return sum(nn.functional.cross_entropy(net(x), y).item() for x, y in loader) / len(loader)


def run(net, loader, valid, folder, resume=False, epochs=60):
    torch.manual_seed(26)
    folder = pathlib.Path(folder)
    optimizer = torch.optim.SGD(net.parameters(), lr=0.05, momentum=0.9)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs)
    start, lowest = 0, float("inf")
    if resume:
        state = torch.load(folder / "last.pt", map_location="cpu", weights_only=True)
        net.load_state_dict(state["net"])
        optimizer.load_state_dict(state["optimizer"])
        scheduler.load_state_dict(state["scheduler"])
        start, lowest = state["next_epoch"], state["lowest"]
    for epoch in range(start, epochs):
        net.train()
        for x, y in loader:
            optimizer.zero_grad()
            nn.functional.cross_entropy(net(x), y).backward()
            optimizer.step()
        scheduler.step()
        value = valid_loss(net, valid)
        if value < lowest:
            lowest = value
            torch.save(net.state_dict(), folder / "best.pt")
        state = everything(net=net, optimizer=optimizer, scheduler=scheduler, next_epoch=epoch + 1, lowest=lowest)
        torch.save(state, folder / "last.pt")


def flags():
    p = argparse.ArgumentParser()
    p.add_argument("--resume", action="store_true")
    p.add_argument("--folder", default="runs/leaves")
    return p.parse_args()
