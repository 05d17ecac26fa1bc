import torch
import torch.nn.functional as F


def signed_gradient(model, x, y):
    x = x.detach().requires_grad_(True)
    F.cross_entropy(model(x), y).backward()
    return x.grad.sign()


def pgd(model, x, y, radius=8 / 255, rate=2 / 255, rounds=10):
    """Projected gradient attack: moves the picture, never the weights."""
    model.eval()
    start = x.clone()
    for _ in range(rounds):
        x = x + rate * signed_gradient(model, x, y)
        x = (start + (x - start).clamp(-radius, radius)).clamp(0, 1)
        model.zero_grad()
    return x.detach()


def robust_accuracy(model, loader):
    hits = 0
    for x, y in loader:
        moved = pgd(model, x, y)
        with torch.no_grad():
            hits += (model(moved).argmax(1) == y).sum().item()
    return hits / len(loader.dataset)
