import math

import torch
from torch import nn


class Positions(nn.Module):
    def __init__(self, dim: int, longest: int = 5000, p: float = 0.1):
        super().__init__()
        self.drop = nn.Dropout(p)
        at = torch.arange(longest).unsqueeze(1)
        rate = torch.exp(torch.arange(0, dim, 2) * (-math.log(10000.0) / dim))
        table = torch.zeros(longest, dim)
        table[:, 0::2] = torch.sin(at * rate)
        table[:, 1::2] = torch.cos(at * rate)
        self.table = table.unsqueeze(0)  # must: tensor-not-registered-buffer

    def forward(self, x):
        return self.drop(x + self.table[:, : x.size(1)])


def encoder(vocab, dim=256, device="cuda"):
    layer = nn.TransformerEncoderLayer(dim, 8, batch_first=True)
    return nn.Sequential(nn.Embedding(vocab, dim), Positions(dim), nn.TransformerEncoder(layer, 4)).to(device)
