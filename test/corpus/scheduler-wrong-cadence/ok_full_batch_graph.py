import torch
import torch.nn.functional as F


def train_graph(gnn, data, epochs=200):
    """One batch is the epoch: a step of the schedule per epoch is one per batch."""
    torch.manual_seed(9)
    optimizer = torch.optim.Adam(gnn.parameters(), lr=0.01)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs)
    for _ in range(epochs):
        gnn.train()
        optimizer.zero_grad()
        out = gnn(data.x, data.edge_index)
        F.cross_entropy(out[data.train_mask], data.y[data.train_mask]).backward()
        optimizer.step()
        scheduler.step()


def train_restarts(net, loader, epochs):
    """Warm restarts take the fraction of the epoch from the batch loop."""
    torch.manual_seed(9)
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(optimizer, T_0=10, T_mult=2)
    for epoch in range(epochs):
        net.train()
        for i, (x, y) in enumerate(loader):
            optimizer.zero_grad()
            F.cross_entropy(net(x), y).backward()
            optimizer.step()
            scheduler.step(epoch + i / len(loader))
