import torch
from torch import nn


def softmax(scores, mask=None):
    """Softmax over the last dimension that gives hidden places no weight."""
    if mask is not None:
        scores = scores.masked_fill(~mask, float("-inf"))
    shifted = scores - scores.amax(dim=-1, keepdim=True)
    weights = shifted.exp()
    return weights / weights.sum(dim=-1, keepdim=True)


class DotAttention(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.q, self.k, self.v = (nn.Linear(width, width) for _ in range(3))
        self.scale = width**-0.5

    def forward(self, x, mask=None):
        scores = self.q(x) @ self.k(x).transpose(-2, -1) * self.scale
        return softmax(scores, mask) @ self.v(x)


class Pool(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.score = nn.Linear(width, 1)

    def forward(self, x):
        return (softmax(self.score(x).squeeze(-1)).unsqueeze(-1) * x).sum(dim=1)
