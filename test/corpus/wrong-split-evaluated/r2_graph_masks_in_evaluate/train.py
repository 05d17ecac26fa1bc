# main
import torch
import torch.nn.functional as F
from torch_geometric.datasets import Planetoid

from model import GCN


def scores(model, data):
    model.eval()
    with torch.no_grad():
        pred = model(data.x, data.edge_index).argmax(1)
    hit = pred == data.y
    train_acc = hit[data.train_mask].float().mean().item()
    val_acc = hit[data.train_mask].float().mean().item()  # must: wrong-split-evaluated
    test_acc = hit[data.test_mask].float().mean().item()
    return train_acc, val_acc, test_acc


torch.manual_seed(24)
data = Planetoid("graphs", "CiteSeer")[0]
model = GCN(data.num_features, 16, int(data.y.max()) + 1)
opt = torch.optim.Adam(model.parameters(), lr=0.01, weight_decay=5e-4)
for epoch in range(200):
    model.train()
    opt.zero_grad()
    out = model(data.x, data.edge_index)
    F.cross_entropy(out[data.train_mask], data.y[data.train_mask]).backward()
    opt.step()
print("train %.3f val %.3f test %.3f" % scores(model, data))
