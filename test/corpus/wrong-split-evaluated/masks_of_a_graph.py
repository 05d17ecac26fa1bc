import torch
import torch.nn.functional as F
from torch_geometric.datasets import Planetoid
from torch_geometric.nn import GATConv


class GAT(torch.nn.Module):
    def __init__(self, d_in, d_out, heads=8):
        super().__init__()
        self.first = GATConv(d_in, 8, heads=heads, dropout=0.6)
        self.second = GATConv(8 * heads, d_out, dropout=0.6)

    def forward(self, x, edge_index):
        return self.second(F.elu(self.first(x, edge_index)), edge_index)


def train(model, data, optimizer):
    model.train()
    optimizer.zero_grad()
    out = model(data.x, data.edge_index)
    loss = F.cross_entropy(out[data.train_mask], data.y[data.train_mask])
    loss.backward()
    optimizer.step()
    return loss.item()


@torch.no_grad()
def test(model, data):
    model.eval()
    pred = model(data.x, data.edge_index).argmax(dim=1)
    correct = pred[data.train_mask] == data.y[data.train_mask]  # must: wrong-split-evaluated
    return int(correct.sum()) / int(data.train_mask.sum())


if __name__ == "__main__":
    torch.manual_seed(31)
    dataset = Planetoid("data", "Pubmed")
    graph = dataset[0]
    gat = GAT(dataset.num_features, dataset.num_classes)
    adam = torch.optim.Adam(gat.parameters(), lr=0.005, weight_decay=1e-3)
    for epoch in range(200):
        train(gat, graph, adam)
    print(f"Test accuracy: {test(gat, graph):.4f}")
