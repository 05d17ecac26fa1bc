import torch
from torch import nn


def build(in_features, hidden, classes):
    return nn.Sequential(
        nn.Linear(in_features, hidden),
        nn.BatchNorm1d(hidden),
        nn.ReLU(),
        nn.Dropout(0.5),
        nn.Linear(hidden, classes),
    )


def accuracy(logits, target):
    return (logits.argmax(dim=1) == target).float().mean().item()


def run(train_loader, val_loader, epochs=20):
    torch.manual_seed(7)
    mlp = build(64, 128, 4)
    opt = torch.optim.Adam(mlp.parameters())
    ce = nn.CrossEntropyLoss()
    history = []
    for epoch in range(epochs):
        mlp.train(True)
        for xb, yb in train_loader:
            opt.zero_grad()
            ce(mlp(xb), yb).backward()
            opt.step()

        scores = []
        with torch.no_grad():
            for xb, yb in val_loader:
                scores.append(accuracy(mlp(xb), yb))  # must: missing-eval-mode
        history.append(sum(scores) / len(scores))
    return history
