import torch
from torch import nn


class Rotary(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.register_buffer("inv_freq", 1.0 / (10000 ** (torch.arange(0, dim, 2).float() / dim)), persistent=False)
        self.cached = None

    def forward(self, x):
        if self.cached is None or self.cached.size(0) < x.size(1) or self.cached.device != x.device:
            t = torch.arange(x.size(1), device=x.device).float()
            self.cached = torch.outer(t, self.inv_freq)
        return self.cached[: x.size(1)]


class RunningMoments:
    def __init__(self, shape):
        self.mean = torch.zeros(shape)
        self.count = 0

    def update(self, batch):
        self.count += len(batch)
        self.mean += (batch - self.mean).sum(0) / self.count


class Learned(nn.Module):
    def __init__(self, n):
        super().__init__()
        start = torch.linspace(0, 1, n)
        self.knots = nn.Parameter(start)

    def forward(self, x):
        return (x[..., None] - self.knots).abs().argmin(-1)
