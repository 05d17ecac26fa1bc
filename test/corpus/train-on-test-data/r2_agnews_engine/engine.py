import torch
from torch import nn


def fit(model, batches, optimizer, device, epochs):
    criterion = nn.CrossEntropyLoss()
    model.train()
    for _ in range(epochs):
        for x, y in batches:
            x, y = x.to(device), y.to(device)
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()


@torch.no_grad()
def score(model, batches, device):
    model.eval()
    hits = n = 0
    for x, y in batches:
        hits += (model(x.to(device)).argmax(1).cpu() == y).sum().item()
        n += len(y)
    return hits / n
