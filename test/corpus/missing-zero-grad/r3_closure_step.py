from functools import partial

import torch
from torch import nn


def make_step(model, optimizer, objective, max_norm=None):
    """One update as a function of a batch; the loop does not know the model."""

    def step(batch):
        model.train()
        loss = objective(model, *batch)
        loss.backward()  # must: missing-zero-grad
        if max_norm is not None:
            nn.utils.clip_grad_norm_(model.parameters(), max_norm)
        optimizer.step()
        return loss.item()

    return step


def quantile(model, x, y, q):
    error = y - model(x)
    return torch.max(q * error, (q - 1) * error).mean()


def epochs_of(step, loader, n):
    for epoch in range(n):
        total = 0.0
        for batch in loader:
            total += step(batch)
        yield epoch, total / len(loader)


def fit(loader, columns, q=0.9):
    torch.manual_seed(21)
    model = nn.Sequential(nn.Linear(columns, 128), nn.SiLU(), nn.Linear(128, 1))
    optimizer = torch.optim.NAdam(model.parameters(), lr=1e-3)
    step = make_step(model, optimizer, partial(quantile, q=q), max_norm=1.0)
    for epoch, loss in epochs_of(step, loader, 50):
        print(f"{epoch:3d} {loss:.4f}")
    return model
