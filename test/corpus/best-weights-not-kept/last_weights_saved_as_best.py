import argparse

import torch
from torch import nn


def evaluate(model, loader):
    model.eval()
    hits = total = 0
    with torch.no_grad():
        for x, y in loader:
            hits += (model(x).argmax(1) == y).sum().item()
            total += len(y)
    return hits / total


def main(model, train_loader, val_loader):
    ap = argparse.ArgumentParser()
    ap.add_argument("--epochs", type=int, default=60)
    ap.add_argument("--best-model", default="best_model.pt")
    args = ap.parse_args()
    torch.manual_seed(38)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    criterion = nn.CrossEntropyLoss()
    best_val_acc, best_epoch = 0.0, -1
    for epoch in range(args.epochs):
        model.train()
        for x, y in train_loader:
            optimizer.zero_grad()
            criterion(model(x), y).backward()
            optimizer.step()
        val_acc = evaluate(model, val_loader)
        if val_acc > best_val_acc:  # must: best-weights-not-kept
            best_val_acc = val_acc
            best_epoch = epoch
    print(f"best epoch {best_epoch}, accuracy of the saved model {best_val_acc:.3f}")
    torch.save(model.state_dict(), args.best_model)
