"""The evaluation keeps the graph of every batch alive: no context, and the loss is summed as it is."""
import torch
import torch.nn as nn


def train(model, loader, opt, criterion):
    model.train()
    for x, y in loader:
        opt.zero_grad()
        criterion(model(x), y).backward()
        opt.step()


def evaluate(model, loader, criterion):
    model.eval()
    val_loss = 0.0
    for x, y in loader:
        output = model(x)  # must: missing-no-grad
        val_loss += criterion(output, y)  # must: loss-accumulates-graph
    return val_loss / len(loader)


def main(train_loader, val_loader):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(20, 100), nn.ReLU(), nn.Dropout(0.3), nn.Linear(100, 1))
    criterion = nn.HuberLoss()
    opt = torch.optim.Adam(model.parameters(), lr=1e-3)
    for epoch in range(30):
        train(model, train_loader, opt, criterion)
        print(epoch, evaluate(model, val_loader, criterion))
