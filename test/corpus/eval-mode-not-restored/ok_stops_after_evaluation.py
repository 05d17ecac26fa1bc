"""Evaluation ends the run: after eval() there is no further training step."""
import torch
import torch.nn.functional as F
from torch import nn
from torch.utils.data import DataLoader


def train_until(model, train_loader, target, max_epochs):
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    model.train()
    for epoch in range(max_epochs):
        total = 0.0
        for x, y in train_loader:
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        if total / len(train_loader) < target:
            model.eval()
            break
    else:
        model.eval()
    return model


def main(train_set, test_set):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(12, 48), nn.ReLU(), nn.Dropout(0.2), nn.Linear(48, 1))
    model = train_until(model, DataLoader(train_set, 32, shuffle=True), 0.05, 200)
    with torch.no_grad():
        errors = [F.l1_loss(model(x), y).item() for x, y in DataLoader(test_set, 256)]
    print(sum(errors) / len(errors))
