import argparse

import torch
import torch.nn.functional as F
from torch_geometric.datasets import Planetoid
from torch_geometric.nn import GCNConv


class GCN(torch.nn.Module):
    def __init__(self, n_in, n_hidden, n_out):
        super().__init__()
        self.conv1, self.conv2 = GCNConv(n_in, n_hidden), GCNConv(n_hidden, n_out)
        self.drop = torch.nn.Dropout(0.5)

    def forward(self, data):
        x = self.drop(F.relu(self.conv1(data.x, data.edge_index)))
        return self.conv2(x, data.edge_index)


@torch.no_grad()
def accuracy(model, data, mask):
    model.eval()
    pred = model(data).argmax(dim=-1)
    return (pred[mask] == data.y[mask]).float().mean().item()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--epochs", type=int, default=300)
    parser.add_argument("--out", default="gcn.pt")
    args = parser.parse_args()
    torch.manual_seed(12345)
    dataset = Planetoid("data", "Cora")
    data = dataset[0]
    model = GCN(dataset.num_features, 32, dataset.num_classes)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01, weight_decay=5e-4)
    best = {"acc": 0.0}
    for epoch in range(args.epochs):
        model.train()
        optimizer.zero_grad()
        loss = F.cross_entropy(model(data)[data.train_mask], data.y[data.train_mask])
        loss.backward()
        optimizer.step()
        val = accuracy(model, data, data.val_mask)
        if val > best["acc"]:
            best = {"acc": val, "epoch": epoch, "weights": model.state_dict()}  # must: best-weights-not-kept
    torch.save(best, args.out)
    print("best epoch", best["epoch"], "val", best["acc"])
