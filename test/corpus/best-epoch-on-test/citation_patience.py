# GCN on a citation graph
import copy

import torch
import torch.nn.functional as F
from torch_geometric.datasets import Planetoid
from torch_geometric.nn import GCNConv

torch.manual_seed(42)
dataset = Planetoid("data/Planetoid", name="Citeseer")
data = dataset[0]


class Net(torch.nn.Module):
    def __init__(self, hidden=16):
        super().__init__()
        self.conv1 = GCNConv(dataset.num_features, hidden)
        self.conv2 = GCNConv(hidden, dataset.num_classes)

    def forward(self, x, edge_index):
        x = F.relu(self.conv1(x, edge_index))
        x = F.dropout(x, p=0.5, training=self.training)
        return self.conv2(x, edge_index)


model = Net()
optimizer = torch.optim.Adam(model.parameters(), lr=0.01, weight_decay=5e-4)
best_test_acc, best_state, patience = 0.0, None, 0

for epoch in range(1, 501):
    model.train()
    optimizer.zero_grad()
    out = model(data.x, data.edge_index)
    F.cross_entropy(out[data.train_mask], data.y[data.train_mask]).backward()
    optimizer.step()

    model.eval()
    with torch.no_grad():
        pred = model(data.x, data.edge_index).argmax(dim=-1)
    test_acc = (pred[data.test_mask] == data.y[data.test_mask]).float().mean().item()
    if test_acc > best_test_acc:  # must: best-epoch-on-test
        best_test_acc = test_acc
        best_state = copy.deepcopy(model.state_dict())
        patience = 0
    else:
        patience += 1
        if patience == 50:
            break

model.load_state_dict(best_state)
model.eval()
torch.save(model.state_dict(), "gcn.pt")
print("Test accuracy", best_test_acc)
