"""Regression on tabular rows with a three-way random split."""
import argparse

import pandas as pd
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split


def parse():
    ap = argparse.ArgumentParser()
    ap.add_argument("csv")
    ap.add_argument("--lr", type=float, default=1e-3)
    ap.add_argument("--epochs", type=int, default=30)
    return ap.parse_args()


def run_epoch(model, loader, loss_fn, opt=None):
    training = opt is not None
    model.train(training)
    total = 0.0
    with torch.set_grad_enabled(training):
        for x, y in loader:
            loss = loss_fn(model(x).squeeze(1), y)
            if training:
                opt.zero_grad()
                loss.backward()
                opt.step()
            total += loss.item() * len(y)
    return total / len(loader.dataset)


if __name__ == "__main__":
    args = parse()
    df = pd.read_csv(args.csv)
    y = torch.tensor(df.pop("y").values, dtype=torch.float32)
    X = torch.tensor(df.values, dtype=torch.float32)
    full = TensorDataset(X, y)
    n_val = len(full) // 5
    train_set, val_set = random_split(full, [len(full) - n_val, n_val])  # must: seed-missing-torch
    train_loader = DataLoader(train_set, batch_size=128, shuffle=True)
    val_loader = DataLoader(val_set, batch_size=512)
    model = nn.Sequential(nn.Linear(X.shape[1], 64), nn.ReLU(), nn.Linear(64, 1))
    opt = torch.optim.AdamW(model.parameters(), lr=args.lr)
    for epoch in range(args.epochs):
        print(epoch, run_epoch(model, train_loader, nn.MSELoss(), opt), run_epoch(model, val_loader, nn.MSELoss()))
