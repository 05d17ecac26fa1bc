import copy

import torch
import torch.nn.functional as F
from torch_geometric.datasets import Planetoid
from torch_geometric.nn import GCNConv

torch.manual_seed(9)
data = Planetoid("data", "PubMed")[0]


class GCN(torch.nn.Module):
    def __init__(self, width=32):
        super().__init__()
        self.one = GCNConv(data.num_features, width)
        self.norm = torch.nn.BatchNorm1d(width)
        self.two = GCNConv(width, 3)

    def forward(self, x, edge_index):
        x = F.relu(self.norm(self.one(x, edge_index)))
        return self.two(F.dropout(x, 0.5, self.training), edge_index)


@torch.no_grad()
def accuracy(model, *masks):
    model.eval()
    guess = model(data.x, data.edge_index).argmax(-1)
    return [(guess[mask] == data.y[mask]).float().mean().item() for mask in masks]


def fit(model, epochs=200):
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01, weight_decay=5e-4)
    best, kept = 0.0, copy.deepcopy(model.state_dict())
    for epoch in range(epochs):
        model.train()
        optimizer.zero_grad()
        out = model(data.x, data.edge_index)
        F.cross_entropy(out[data.train_mask], data.y[data.train_mask]).backward()
        optimizer.step()
        on_train, on_val = accuracy(model, data.train_mask, data.val_mask)
        if on_val > best:
            best, kept = on_val, copy.deepcopy(model.state_dict())
        if epoch % 20 == 0:
            print(f"{epoch:3d} train {on_train:.3f} val {on_val:.3f}")
    model.load_state_dict(kept)
    return model


if __name__ == "__main__":
    model = fit(GCN())
    names = ("train", "val", "test")
    masks = (data.train_mask, data.val_mask, data.test_mask)
    print(dict(zip(names, accuracy(model, *masks))))
