"""Uncertainty by Monte Carlo dropout: the dropout layers stay on while predicting, on purpose."""
import torch
from torch import nn


class Regressor(nn.Module):
    def __init__(self, d, h=64, p=0.1):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(d, h), nn.ReLU(), nn.Dropout(p), nn.Linear(h, h), nn.ReLU(), nn.Dropout(p))
        self.out = nn.Linear(h, 1)

    def forward(self, x):
        return self.out(self.body(x)).squeeze(-1)


def enable_dropout(model):
    for module in model.modules():
        if isinstance(module, nn.Dropout):
            module.train()


@torch.no_grad()
def mc_predict(model, x, n_samples=50):
    model.eval()
    enable_dropout(model)
    draws = torch.stack([model(x) for _ in range(n_samples)])
    return draws.mean(0), draws.std(0)


def fit(loader, d, epochs=100):
    torch.manual_seed(0)
    model = Regressor(d)
    opt = torch.optim.Adam(model.parameters(), lr=1e-3)
    for _ in range(epochs):
        model.train()
        for x, y in loader:
            opt.zero_grad()
            nn.functional.mse_loss(model(x), y).backward()
            opt.step()
    return model


def report(model, test_loader):
    errors, spreads = [], []
    for x, y in test_loader:
        mean, std = mc_predict(model, x)
        errors.append((mean - y).abs().mean().item())
        spreads.append(std.mean().item())
    print("mae", sum(errors) / len(errors), "spread", sum(spreads) / len(spreads))
