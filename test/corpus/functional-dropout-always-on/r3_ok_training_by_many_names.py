"""Attention of its own make; the rate is zero unless the module is training."""
import math

import torch.nn.functional as F
from torch import nn


def attend(q, k, v, p, training):
    weights = (q @ k.transpose(-2, -1) / math.sqrt(q.size(-1))).softmax(-1)
    return F.dropout(weights, p, training) @ v


class Attention(nn.Module):
    def __init__(self, dim, heads, p=0.1):
        super().__init__()
        self.heads, self.p = heads, p
        self.qkv = nn.Linear(dim, 3 * dim)
        self.out = nn.Linear(dim, dim)

    def forward(self, x):
        b, n, d = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        if self.p > 0 and n > 1:
            mixed = attend(q, k, v, p=self.p, training=self.training)
        else:
            mixed = F.scaled_dot_product_attention(q, k, v, dropout_p=self.p if self.training else 0.0)
        return F.dropout(self.out(mixed.transpose(1, 2).reshape(b, n, d)), p=self.p, training=self.training)


class Noisy(nn.Module):
    def forward(self, x):
        if self.training:
            x = F.dropout(x, 0.05)
        return x


class Readout(nn.Module):
    def __init__(self, dim, classes):
        super().__init__()
        self.noise, self.attention, self.out = Noisy(), Attention(dim, 4), nn.Linear(dim, classes)

    def forward(self, x):
        return self.out(self.attention(self.noise(x)).mean(1))
