import torch
import torch.nn.functional as F
from torch import nn
from torch_geometric.nn import GCNConv
from torch_geometric.utils import negative_sampling


class LinkModel(nn.Module):
    def __init__(self, features, dim=64):
        super().__init__()
        self.a = GCNConv(features, dim)
        self.b = GCNConv(dim, dim)

    def encode(self, x, edges):
        return self.b(F.relu(self.a(x, edges)), edges)

    def score(self, z, pairs):
        return (z[pairs[0]] * z[pairs[1]]).sum(dim=-1)


def step(model, optimizer, graph):
    model.train()
    optimizer.zero_grad()
    z = model.encode(graph.x, graph.edge_index)
    wrong = negative_sampling(graph.edge_index, graph.num_nodes, graph.edge_index.size(1))
    scores = torch.cat([model.score(z, graph.edge_index), model.score(z, wrong)])
    labels = torch.cat([torch.ones(graph.edge_index.size(1)), torch.zeros(wrong.size(1))])
    loss = F.binary_cross_entropy(scores, labels)  # must: sigmoid-with-bceloss
    loss.backward()
    optimizer.step()
    return loss.item()


def fit(graph, epochs=200):
    torch.manual_seed(9)
    model = LinkModel(graph.num_features)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    for epoch in range(epochs):
        loss = step(model, optimizer, graph)
        if epoch % 20 == 0:
            print(epoch, loss)
    return model
