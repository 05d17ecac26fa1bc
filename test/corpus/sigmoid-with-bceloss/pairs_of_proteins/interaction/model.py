import torch
from torch import nn


class PairScorer(nn.Module):
    """The chance that two proteins bind."""

    def __init__(self, dim):
        super().__init__()
        self.project = nn.Linear(dim, 128)
        self.mix = nn.Sequential(nn.Linear(256, 64), nn.ReLU(), nn.Dropout(0.2), nn.Linear(64, 1), nn.Sigmoid())

    def forward(self, left, right):
        both = torch.cat([self.project(left), self.project(right)], dim=-1)
        return self.mix(both).squeeze(-1)
