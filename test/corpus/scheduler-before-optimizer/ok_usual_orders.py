import torch
import torch.nn.functional as F
from torch import nn
from torch.optim.lr_scheduler import CosineAnnealingLR, ReduceLROnPlateau


def per_batch(model, loader, optimizer, scheduler):
    for x, y in loader:
        optimizer.zero_grad()
        F.mse_loss(model(x), y).backward()
        optimizer.step()
        scheduler.step()


def per_epoch(model, loader, val_loader, epochs):
    optimizer = torch.optim.Adam(model.parameters())
    plateau = ReduceLROnPlateau(optimizer, patience=3)
    for _ in range(epochs):
        model.train()
        for x, y in loader:
            optimizer.zero_grad()
            F.mse_loss(model(x), y).backward()
            optimizer.step()
        model.eval()
        with torch.no_grad():
            val = sum(F.mse_loss(model(x), y).item() for x, y in val_loader)
        plateau.step(val)


def guarded(model, loader, optimizer, scheduler, epochs):
    model.train()
    for epoch in range(epochs):
        if epoch > 0:
            scheduler.step()
        for x, y in loader:
            optimizer.zero_grad()
            F.mse_loss(model(x), y).backward()
            optimizer.step()


def main(loader, val_loader):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(3, 30), nn.ReLU(), nn.Dropout(0.1), nn.Linear(30, 1))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    per_batch(model, loader, optimizer, CosineAnnealingLR(optimizer, len(loader)))
    per_epoch(model, loader, val_loader, 10)
    guarded(model, loader, optimizer, CosineAnnealingLR(optimizer, 10), 10)
