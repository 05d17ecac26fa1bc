"""Gradients with respect to the input; no weight is meant to change."""
import torch
import torch.nn.functional as F


def pgd(model, x, y, eps=8 / 255, alpha=2 / 255, steps=10):
    model.eval()
    adv = x.clone()
    for _ in range(steps):
        adv = adv.detach().requires_grad_(True)
        F.cross_entropy(model(adv), y).backward()
        with torch.no_grad():
            adv = adv + alpha * adv.grad.sign()
            adv = (x + (adv - x).clamp(-eps, eps)).clamp(0, 1)
    model.zero_grad()
    return adv.detach()


def saliency(model, loader):
    model.eval()
    maps = []
    for x, _ in loader:
        x = x.requires_grad_(True)
        model(x).max(1).values.sum().backward()
        maps.append(x.grad.abs().amax(1).cpu())
    return torch.cat(maps)


def fisher(model, loader):
    """Squares of the gradients, as used by elastic weight consolidation."""
    model.eval()
    total = {n: torch.zeros_like(p) for n, p in model.named_parameters()}
    for x, y in loader:
        model.zero_grad()
        F.nll_loss(F.log_softmax(model(x), dim=1), y).backward()
        for n, p in model.named_parameters():
            total[n] += p.grad.detach() ** 2 / len(loader)
    return total
