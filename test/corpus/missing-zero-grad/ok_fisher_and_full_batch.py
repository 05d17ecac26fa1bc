import torch
import torch.nn.functional as F
from torch import nn


def fisher(model, loader):
    """Squared gradients for elastic weight consolidation: no step is taken."""
    model.eval()
    information = {n: torch.zeros_like(p) for n, p in model.named_parameters()}
    for x, y in loader:
        model.zero_grad()
        loss = F.cross_entropy(model(x), y)
        loss.backward()
        for n, p in model.named_parameters():
            information[n] += p.grad.detach() ** 2 / len(loader)
    return information


def full_batch(model, loader, epochs, lr):
    """Gradient descent: the gradient of an epoch is summed over its chunks, then one step is taken."""
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    model.train()
    for _ in range(epochs):
        optimizer.zero_grad()
        for x, y in loader:
            loss = F.cross_entropy(model(x), y, reduction="sum") / len(loader.dataset)
            loss.backward()
        optimizer.step()


def fresh_leaf(model, x, y, eps=0.03, steps=10):
    """The leaf is a new one in each pass, so nothing can pile up in its gradient; the model's is cleared by the caller."""
    adversarial = x.clone()
    for _ in range(steps):
        adversarial = adversarial.detach().requires_grad_(True)
        F.cross_entropy(model(adversarial), y).backward()
        adversarial = (adversarial + eps / steps * adversarial.grad.sign()).clamp(0, 1)
    return adversarial.detach()


def robust(model, loader, lr):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    model.train()
    for x, y in loader:
        hard = fresh_leaf(model, x, y)
        optimizer.zero_grad()
        loss = F.cross_entropy(model(hard), y)
        loss.backward()
        optimizer.step()


def main(loader):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Flatten(), nn.Linear(784, 10))
    full_batch(model, loader, 100, 0.5)
    robust(model, loader, 0.1)
    print({n: v.mean().item() for n, v in fisher(model, loader).items()})
