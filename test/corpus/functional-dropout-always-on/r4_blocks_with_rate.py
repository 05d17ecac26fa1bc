"""Graph attention layers for traffic speeds."""
from functools import partial

import torch
import torch.nn.functional as TF
from torch import nn


class GraphAttention(nn.Module):
    def __init__(self, d_in, d_out, heads, rate):
        super().__init__()
        self.project = nn.Linear(d_in, d_out * heads, bias=False)
        self.attend = nn.Parameter(torch.empty(heads, 2 * d_out))
        nn.init.xavier_uniform_(self.attend)
        self.heads, self.rate = heads, rate

    def forward(self, x, edges):
        src, dst = edges
        h = self.project(x).view(x.size(0), self.heads, -1)
        pair = torch.cat([h[src], h[dst]], dim=-1)
        score = TF.leaky_relu((pair * self.attend).sum(-1), 0.2).exp()
        norm = torch.zeros(x.size(0), self.heads, device=x.device).index_add_(0, dst, score)
        weight = score / (norm[dst] + 1e-9)
        weight = TF.dropout(weight, self.rate)  # must: functional-dropout-always-on
        out = torch.zeros_like(h).index_add_(0, dst, h[src] * weight.unsqueeze(-1))
        return out.flatten(1)


class SpeedNet(nn.Module):
    def __init__(self, d_in, hidden=32, heads=4, rate=0.2):
        super().__init__()
        layer = partial(GraphAttention, heads=heads, rate=rate)
        self.first = layer(d_in, hidden)
        self.second = layer(hidden * heads, hidden)
        self.out = nn.Linear(hidden * heads, 1)
        self.rate = rate

    def forward(self, x, edges):
        h = TF.elu(self.first(x, edges))
        h = TF.dropout(h, p=self.rate, training=self.training)
        return self.out(TF.elu(self.second(h, edges))).squeeze(-1)
