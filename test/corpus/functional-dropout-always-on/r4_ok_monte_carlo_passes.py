import torch
import torch.nn.functional as F
from torch import nn


class Regressor(nn.Module):
    def __init__(self, width, rate=0.1):
        super().__init__()
        self.a, self.b, self.c = nn.Linear(12, width), nn.Linear(width, width), nn.Linear(width, 1)
        self.rate = rate
        self.mc_dropout = False

    def drop(self, h):
        return F.dropout(h, self.rate, training=self.training or self.mc_dropout)

    def forward(self, x):
        h = self.drop(F.silu(self.a(x)))
        return self.c(self.drop(F.silu(self.b(h)))).squeeze(-1)

    @torch.no_grad()
    def predict_with_spread(self, x, passes=50):
        """Monte Carlo dropout: mean and deviation over stochastic passes."""
        self.eval()
        self.mc_dropout = True
        draws = torch.stack([self(x) for _ in range(passes)])
        self.mc_dropout = False
        return draws.mean(0), draws.std(0)
