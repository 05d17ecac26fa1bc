"""Citation graph; masks are made in one function and used in another."""
import torch
import torch.nn.functional as F
from torch_geometric.datasets import Planetoid
from torch_geometric.nn import GCNConv


class Gcn(torch.nn.Module):
    def __init__(self, inputs, classes, hidden=16):
        super().__init__()
        self.first, self.second = GCNConv(inputs, hidden), GCNConv(hidden, classes)

    def forward(self, x, edges):
        h = F.dropout(self.first(x, edges).relu(), 0.5, training=self.training)
        return self.second(h, edges)


def masks(data):
    return {"train": data.train_mask, "val": data.val_mask, "test": data.train_mask}  # must: wrong-split-evaluated


@torch.no_grad()
def scores(model, data):
    model.eval()
    guess = model(data.x, data.edge_index).argmax(-1)
    return {name: (guess[m] == data.y[m]).float().mean().item() for name, m in masks(data).items()}


def main(epochs=200):
    torch.manual_seed(1)
    dataset = Planetoid("data", "PubMed")
    data = dataset[0]
    model = Gcn(dataset.num_features, dataset.num_classes)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01, weight_decay=5e-4)
    for _ in range(epochs):
        model.train()
        optimizer.zero_grad()
        out = model(data.x, data.edge_index)
        F.cross_entropy(out[data.train_mask], data.y[data.train_mask]).backward()
        optimizer.step()
    print(scores(model, data))


if __name__ == "__main__":
    main()
