import torch
import torch.nn.functional as F
from torch_geometric.loader import DataLoader
from torch_geometric.nn import GCNConv, global_mean_pool


class MoleculeNet(torch.nn.Module):
    def __init__(self, node_features, hidden, targets, dropout=0.5):
        super().__init__()
        self.convs = torch.nn.ModuleList([GCNConv(node_features, hidden), GCNConv(hidden, hidden)])
        self.lin = torch.nn.Linear(hidden, targets)
        self.dropout = dropout

    def forward(self, x, edge_index, batch):
        for conv in self.convs:
            x = F.relu(conv(x, edge_index))
            x = F.dropout(x, p=self.dropout)  # must: functional-dropout-always-on
        return self.lin(global_mean_pool(x, batch))


def train(model, dataset, epochs):
    torch.manual_seed(0)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    for _ in range(epochs):
        model.train()
        for data in DataLoader(dataset, batch_size=32, shuffle=True):
            optimizer.zero_grad()
            loss = F.mse_loss(model(data.x, data.edge_index, data.batch).squeeze(-1), data.y)
            loss.backward()
            optimizer.step()


@torch.no_grad()
def predict(model, dataset):
    model.eval()
    return torch.cat([model(d.x, d.edge_index, d.batch) for d in DataLoader(dataset, batch_size=64)])
