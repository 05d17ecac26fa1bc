import torch
import torch.nn.functional as F
from torch import nn


def make_optimizer(net, lr):
    return torch.optim.Adam((p for p in net.parameters() if p.requires_grad), lr=lr)


def phase(net, loader, optimizer, epochs):
    for _ in range(epochs):
        net.train()
        for x, y in loader:
            optimizer.zero_grad()
            F.cross_entropy(net(x), y).backward()
            optimizer.step()


def two_phases(net, source, target, n_target):
    """The new head gets a new optimizer."""
    torch.manual_seed(2)
    optimizer = make_optimizer(net, 1e-3)
    phase(net, source, optimizer, 20)
    net.head = nn.Linear(net.head.in_features, n_target)
    optimizer = make_optimizer(net, 1e-4)
    phase(net, target, optimizer, 10)


def grown(net, loader, extra_layers):
    """The layer that comes later is handed to the optimizer as a group of its own."""
    torch.manual_seed(2)
    optimizer = make_optimizer(net, 1e-3)
    for make in extra_layers:
        phase(net, loader, optimizer, 5)
        net.tail = make()
        optimizer.add_param_group({"params": net.tail.parameters(), "lr": 1e-3})
    phase(net, loader, optimizer, 5)
