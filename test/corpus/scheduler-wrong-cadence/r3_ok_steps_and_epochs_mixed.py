"""Two schedules, each at the pace it was built for: warm-up in updates, decay in epochs."""
import torch
from torch import nn
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, ReduceLROnPlateau


def fit_by_updates(net, loader, epochs):
    optimizer = torch.optim.AdamW(net.parameters(), lr=1e-3)
    horizon = epochs * len(loader)
    schedule = CosineAnnealingLR(optimizer, T_max=horizon)
    for _ in range(epochs):
        net.train()
        for x, y in loader:
            optimizer.zero_grad()
            nn.functional.smooth_l1_loss(net(x), y).backward()
            optimizer.step()
            schedule.step()


def fit_by_epochs(net, loader, valid, epochs):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.05)
    warm = LinearLR(optimizer, start_factor=0.05, total_iters=len(loader))
    plateau = ReduceLROnPlateau(optimizer, factor=0.5, patience=3)
    for epoch in range(epochs):
        net.train()
        for x, y in loader:
            optimizer.zero_grad()
            nn.functional.smooth_l1_loss(net(x), y).backward()
            optimizer.step()
            if epoch == 0:
                warm.step()
        net.eval()
        with torch.no_grad():
            error = sum(nn.functional.l1_loss(net(x), y).item() for x, y in valid) / len(valid)
        plateau.step(error)


def run(loader, valid, inputs):
    torch.manual_seed(30)
    net = nn.Sequential(nn.Linear(inputs, 256), nn.ReLU(), nn.Dropout(0.1), nn.Linear(256, 1))
    fit_by_epochs(net, loader, valid, epochs=40)
    fit_by_updates(net, loader, epochs=5)
    return net
