import torch.nn.functional as F
from torch import nn
from torch_geometric.nn import GCNConv


class GCN(nn.Module):
    def __init__(self, n_in, n_hidden, n_out):
        super().__init__()
        self.first = GCNConv(n_in, n_hidden)
        self.second = GCNConv(n_hidden, n_out)

    def forward(self, x, edge_index):
        x = F.relu(self.first(x, edge_index))
        x = F.dropout(x, 0.5, training=self.training)
        return self.second(x, edge_index)
