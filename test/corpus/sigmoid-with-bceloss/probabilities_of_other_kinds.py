import torch
import torch.nn.functional as F
from torch import nn


class DirectedLinks(nn.Module):
    """Chance of an edge, as the positive column of a softmax, or by the distance in hyperbolic space."""

    def __init__(self, nodes, dim):
        super().__init__()
        self.z = nn.Embedding(nodes, dim)
        self.pair = nn.Linear(2 * dim, 2)

    def forward(self, a, b):
        return F.softmax(self.pair(torch.cat([self.z(a), self.z(b)], dim=1)), dim=1)[:, 1]

    def near(self, a, b):
        return torch.exp(-(self.z(a) - self.z(b)).pow(2).sum(dim=1))


def link_loss(model, a, b, edge):
    return F.binary_cross_entropy(model(a, b), edge) + nn.BCELoss()(model.near(a, b), edge)
