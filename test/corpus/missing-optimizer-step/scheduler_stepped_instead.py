import argparse

import torch
import torch.nn.functional as F
from torch.optim.lr_scheduler import StepLR
from torch_geometric.datasets import TUDataset
from torch_geometric.loader import DataLoader
from torch_geometric.nn import GINConv, global_add_pool


class GIN(torch.nn.Module):
    def __init__(self, n_in, hidden, n_out):
        super().__init__()
        mlp = torch.nn.Sequential(torch.nn.Linear(n_in, hidden), torch.nn.ReLU(), torch.nn.Linear(hidden, hidden))
        self.conv = GINConv(mlp)
        self.out = torch.nn.Linear(hidden, n_out)

    def forward(self, x, edge_index, batch):
        return self.out(global_add_pool(self.conv(x, edge_index), batch))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hidden", type=int, default=64)
    parser.add_argument("--epochs", type=int, default=100)
    args = parser.parse_args()
    torch.manual_seed(args.hidden)
    dataset = TUDataset("data", "PROTEINS")
    model = GIN(dataset.num_features, args.hidden, dataset.num_classes)
    opt = torch.optim.Adam(model.parameters(), lr=0.01)
    sched = StepLR(opt, step_size=50, gamma=0.5)
    for epoch in range(args.epochs):
        model.train()
        for data in DataLoader(dataset, batch_size=128, shuffle=True):
            opt.zero_grad()
            logits = model(data.x, data.edge_index, data.batch)
            loss = F.cross_entropy(logits, data.y)
            loss.backward()  # must: missing-optimizer-step
        sched.step()
        print(epoch, loss.item())


if __name__ == "__main__":
    main()
