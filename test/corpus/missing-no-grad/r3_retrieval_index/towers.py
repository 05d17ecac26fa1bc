from torch import nn
import torch.nn.functional as F


class Tower(nn.Module):
    def __init__(self, rows, dim=64):
        super().__init__()
        self.table = nn.EmbeddingBag(rows, dim, mode="mean")
        self.mlp = nn.Sequential(nn.Linear(dim, dim), nn.ReLU(), nn.Dropout(0.1), nn.Linear(dim, dim))

    def forward(self, ids):
        return F.normalize(self.mlp(self.table(ids)), dim=-1)
