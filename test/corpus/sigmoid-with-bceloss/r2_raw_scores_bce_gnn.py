import torch
import torch.nn as nn
from torch_geometric.nn import GCNConv
from torch_geometric.utils import negative_sampling


class LinkEncoder(nn.Module):
    def __init__(self, inputs, width):
        super().__init__()
        self.a = GCNConv(inputs, width)
        self.b = GCNConv(width, width)

    def forward(self, x, edges):
        return self.b(self.a(x, edges).relu(), edges)


def dot(z, pairs):
    return (z[pairs[0]] * z[pairs[1]]).sum(dim=-1)


def train(graph, epochs=100):
    enc = LinkEncoder(graph.num_features, 64)
    opt = torch.optim.Adam(enc.parameters(), lr=0.01)
    bce = nn.BCELoss()
    for _ in range(epochs):
        enc.train()
        z = enc(graph.x, graph.edge_index)
        neg = negative_sampling(graph.edge_index, graph.num_nodes)
        scores = torch.cat([dot(z, graph.edge_index), dot(z, neg)])
        truth = torch.cat([torch.ones(graph.edge_index.size(1)), torch.zeros(neg.size(1))])
        loss = bce(scores, truth)  # must: sigmoid-with-bceloss
        opt.zero_grad()
        loss.backward()
        opt.step()
    return enc
