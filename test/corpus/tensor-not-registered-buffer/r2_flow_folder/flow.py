# main
import torch
from torch import nn

from mlp import mlp


class RealNVP(nn.Module):
    def __init__(self, dim, depth=6):
        super().__init__()
        self.dim = dim
        self.scales = nn.ModuleList([mlp(dim, dim) for _ in range(depth)])
        self.shifts = nn.ModuleList([mlp(dim, dim) for _ in range(depth)])
        self._make_masks(depth)

    def _make_masks(self, depth):
        rows = [(torch.arange(self.dim) + k) % 2 for k in range(depth)]
        self.masks = torch.stack(rows).float()  # must: tensor-not-registered-buffer

    def forward(self, x):
        logdet = x.new_zeros(len(x))
        for k, (s, t) in enumerate(zip(self.scales, self.shifts)):
            kept = self.masks[k] * x
            scale = torch.tanh(s(kept)) * (1 - self.masks[k])
            x = kept + (1 - self.masks[k]) * (x * scale.exp() + t(kept))
            logdet = logdet + scale.sum(1)
        return x, logdet


def main(device):
    return RealNVP(2).to(device)
