"""Dropout that knows the mode: by name, by position, under a branch, by an argument, or as a module."""
import torch.nn.functional as F
from torch import nn


class Block(nn.Module):
    def __init__(self, width, p=0.3):
        super().__init__()
        self.p = p
        self.a, self.b, self.c, self.d = (nn.Linear(width, width) for _ in range(4))
        self.drop = nn.Dropout(p)

    def forward(self, x):
        x = F.dropout(self.a(x), self.p, self.training)
        x = F.dropout(self.b(x), p=self.p, training=self.training)
        x = self.drop(self.c(x))
        if self.training:
            x = F.dropout(x, self.p)
        return mixed(self.d(x), self.p, self.training)


def mixed(x, p, training):
    return x + F.alpha_dropout(x, p, training=training)
