import torch
from torch import nn


class RotaryEmbedding(nn.Module):
    def __init__(self, dim, base=10000):
        super().__init__()
        freqs = 1.0 / (base ** (torch.arange(0, dim, 2).float() / dim))
        self.register_buffer("freqs", freqs, persistent=False)
        self.scale = nn.Parameter(torch.ones(1))

    def forward(self, positions):
        angles = positions[..., None].float() * self.freqs
        return self.scale * torch.cat([angles.cos(), angles.sin()], dim=-1)


class Codebook(nn.Module):
    def __init__(self, size, dim):
        super().__init__()
        self.register_buffer("codes", torch.empty(0))
        self.codes = torch.randn(size, dim)
        for name in ("usage", "energy"):
            self.register_buffer(name, torch.zeros(size))

    def forward(self, x):
        nearest = torch.cdist(x, self.codes).argmin(-1)
        used = torch.bincount(nearest.flatten(), minlength=len(self.codes))
        self.usage += used
        return self.codes[nearest], self.energy[nearest]


class Basis(nn.Module):
    def __init__(self, knots):
        super().__init__()
        self.knots = nn.Buffer(torch.linspace(-1, 1, knots))

    def forward(self, x):
        return torch.exp(-((x.unsqueeze(-1) - self.knots) ** 2))
