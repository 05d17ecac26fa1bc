"""Layers of our network. A library must not touch the global generator."""
import torch
from torch import Tensor, nn


class NoisyLinear(nn.Module):
    def __init__(self, n_in: int, n_out: int, sigma: float = 0.5):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)
        self.sigma = nn.Parameter(torch.full((n_out, n_in), sigma / n_in**0.5))

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return self.linear(x)
        noise = torch.randn_like(self.sigma)
        return nn.functional.linear(x, self.linear.weight + self.sigma * noise, self.linear.bias)


def init_weights(module: nn.Module) -> None:
    if isinstance(module, nn.Linear):
        nn.init.kaiming_normal_(module.weight)
        nn.init.zeros_(module.bias)


def random_crop(batch: Tensor, size: int) -> Tensor:
    top = int(torch.randint(0, batch.shape[-2] - size + 1, (1,)))
    left = int(torch.randint(0, batch.shape[-1] - size + 1, (1,)))
    return batch[..., top : top + size, left : left + size]
