import numpy as np
import torch


@torch.no_grad()
def validation_loss(model, loader, criterion):
    model.eval()
    total = torch.zeros(())
    for x, y in loader:
        total += criterion(model(x), y) * len(x)
    return total / len(loader.dataset)


def fit(model, criterion, train_loader, val_loader, epochs):
    opt = torch.optim.NAdam(model.parameters())
    curve = []
    for _ in range(epochs):
        model.train()
        seen = []
        for x, y in train_loader:
            loss = criterion(model(x), y)
            opt.zero_grad()
            loss.backward()
            opt.step()
            seen.append(loss.data.cpu().numpy())
        curve.append((np.mean(seen), validation_loss(model, val_loader, criterion)))
    return curve
