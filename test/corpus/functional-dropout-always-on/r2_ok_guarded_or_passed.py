import torch
import torch.nn.functional as F
from torch import nn


def drop_edges(edge_index, rate):
    return edge_index[:, torch.rand(edge_index.size(1)) > rate]


class Net(nn.Module):
    def __init__(self, dim, classes, rate=0.3):
        super().__init__()
        self.rate = rate
        self.fc, self.out = nn.Linear(dim, 64), nn.Linear(64, classes)

    def regularise(self, h):
        if not self.training:
            return h
        return F.dropout(h, self.rate)

    def forward(self, x):
        h = F.relu(self.fc(x))
        h = self.regularise(h)
        h = F.dropout(h, p=self.rate if self.training else 0.0)
        return self.out(F.alpha_dropout(h, 0.1, self.training))
