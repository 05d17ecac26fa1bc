import torch.nn.functional as F
from torch import nn
from torch_geometric.nn import GCNConv


class GCN(nn.Module):
    def __init__(self, inputs, hidden, classes):
        super().__init__()
        self.first = GCNConv(inputs, hidden)
        self.second = GCNConv(hidden, classes)

    def forward(self, x, edge_index):
        x = F.relu(self.first(x, edge_index))
        x = F.dropout(x, p=0.5, training=self.training)
        return self.second(x, edge_index)
