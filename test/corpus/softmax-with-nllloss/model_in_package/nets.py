import torch
from torch import nn


class TreeClassifier(nn.Module):
    def __init__(self, features, kinds, width=200):
        super().__init__()
        self.hidden = nn.Sequential(nn.Linear(features, width), nn.LayerNorm(width), nn.SiLU(), nn.Dropout(0.1))
        self.last = nn.Linear(width, kinds)

    def forward(self, x):
        return torch.softmax(self.last(self.hidden(x)), dim=-1)
