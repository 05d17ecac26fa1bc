import torch
import torch.nn.functional as F
from torch_geometric.nn import SAGEConv


class SAGE(torch.nn.Module):
    def __init__(self, inputs, hidden, outputs, layers=3, dropout=0.5):
        super().__init__()
        sizes = [inputs] + [hidden] * (layers - 1) + [outputs]
        self.convs = torch.nn.ModuleList(SAGEConv(a, b) for a, b in zip(sizes, sizes[1:]))
        self.dropout = dropout

    def forward(self, x, edge_index):
        for conv in self.convs[:-1]:
            x = conv(x, edge_index).relu()
            x = F.dropout(x, p=self.dropout)  # must: functional-dropout-always-on
        return self.convs[-1](x, edge_index)
