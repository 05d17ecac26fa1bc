import torch
import torch.nn.functional as F
from torch import nn


def sgd_by_hand(model, loader, lr, epochs):
    torch.manual_seed(0)
    model.train()
    for _ in range(epochs):
        for x, y in loader:
            model.zero_grad()
            F.mse_loss(model(x), y).backward()
            with torch.no_grad():
                for p in model.parameters():
                    p -= lr * p.grad


class Langevin:
    """A sampler that reads the gradients itself."""

    def __init__(self, energy: nn.Module, step_size=0.1):
        self.energy, self.step_size = energy, step_size

    def sample(self, start, n):
        x = start.clone().requires_grad_(True)
        for _ in range(n):
            self.energy(x).sum().backward()
            with torch.no_grad():
                x.add_(x.grad, alpha=-self.step_size).add_(torch.randn_like(x), alpha=(2 * self.step_size) ** 0.5)
            x.grad = None
        return x.detach()
