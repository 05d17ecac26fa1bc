import torch
from torch import nn


def run_fold(net: nn.Module, loaders: dict, lr: float, epochs: int, path: str) -> float:
    opt = torch.optim.AdamW(net.parameters(), lr=lr)
    ce = nn.CrossEntropyLoss()
    best = {"acc": 0.0, "epoch": -1, "state": None}
    for epoch in range(epochs):
        net.train()
        for x, y in loaders["train"]:
            opt.zero_grad()
            ce(net(x), y).backward()
            opt.step()
        net.eval()
        with torch.inference_mode():
            hits = sum((net(x).argmax(1) == y).sum().item() for x, y in loaders["valid"])
        acc = hits / len(loaders["valid"].dataset)
        if acc > best["acc"]:
            best.update(
                acc=acc,
                epoch=epoch,
                state=net.state_dict(),  # must: best-weights-not-kept
            )
    torch.save(best["state"], path)
    return best["acc"]
