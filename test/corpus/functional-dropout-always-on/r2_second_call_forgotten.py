from typing import Optional

import torch
from torch import Tensor, nn
from torch.nn import functional as TF


class Block(nn.Module):
    def __init__(self, dim: int, heads: int, rate: float = 0.1) -> None:
        super().__init__()
        self.heads, self.rate = heads, rate
        self.qkv, self.proj = nn.Linear(dim, 3 * dim), nn.Linear(dim, dim)
        self.up, self.down = nn.Linear(dim, 4 * dim), nn.Linear(4 * dim, dim)
        self.n1, self.n2 = nn.LayerNorm(dim), nn.LayerNorm(dim)

    def attend(self, x: Tensor, mask: Optional[Tensor]) -> Tensor:
        b, n, d = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) / (d // self.heads) ** 0.5
        if mask is not None:
            scores = scores.masked_fill(mask, float("-inf"))
        weights = TF.dropout(scores.softmax(-1), self.rate, self.training)
        return self.proj((weights @ v).transpose(1, 2).reshape(b, n, d))

    def feed(self, x: Tensor) -> Tensor:
        return TF.dropout(self.down(TF.gelu(self.up(x))), self.rate)  # must: functional-dropout-always-on

    def forward(self, x: Tensor, mask: Optional[Tensor] = None) -> Tensor:
        x = x + self.attend(self.n1(x), mask)
        return x + self.feed(self.n2(x))
