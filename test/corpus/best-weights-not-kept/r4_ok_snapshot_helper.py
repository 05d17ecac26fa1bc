import torch
from torch import nn


def snapshot(module):
    return {name: tensor.detach().clone() for name, tensor in module.state_dict().items()}


def rmse(model, loader):
    model.eval()
    with torch.inference_mode():
        parts = [((model(x).squeeze(-1) - y) ** 2).mean().item() for x, y in loader]
    return (sum(parts) / len(parts)) ** 0.5


def fit_with_patience(model, loaders, lr=1e-3, epochs=200, patience=15):
    """Stops when the validation error has not fallen for `patience` epochs; gives the best weights back."""
    optimizer = torch.optim.AdamW(model.parameters(), lr=lr)
    mse = nn.MSELoss()
    best, kept, waited = float("inf"), snapshot(model), 0
    for epoch in range(epochs):
        model.train()
        for x, y in loaders["train"]:
            optimizer.zero_grad()
            mse(model(x).squeeze(-1), y).backward()
            optimizer.step()
        current = rmse(model, loaders["val"])
        if current < best:
            best, kept, waited = current, snapshot(model), 0
        else:
            waited += 1
            if waited > patience:
                break
    model.load_state_dict(kept)
    model.eval()
    return model, best
