import io

import torch
from torch import nn


def snapshot(model):
    """The weights as bytes: later updates cannot reach them."""
    buffer = io.BytesIO()
    torch.save(model.state_dict(), buffer)
    return buffer.getvalue()


def recall(model, blob):
    model.load_state_dict(torch.load(io.BytesIO(blob), map_location="cpu", weights_only=True))


def on_cpu(model):
    return {name: tensor.detach().cpu().clone() for name, tensor in model.state_dict().items()}


def pick(model, loader, valid, loss_fn, epochs=40):
    torch.manual_seed(38)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    best, blob, weights = float("inf"), None, None
    for epoch in range(epochs):
        model.train()
        for x, y in loader:
            optimizer.zero_grad()
            loss_fn(model(x), y).backward()
            optimizer.step()
        model.eval()
        with torch.no_grad():
            value = sum(loss_fn(model(x), y).item() for x, y in valid) / len(valid)
        if value < best:
            best, blob, weights = value, snapshot(model), on_cpu(model)
            print("new best", epoch, value)
    recall(model, blob)
    torch.save(weights, "best.pt")
    return model


def polynomial_net(degree):
    return nn.Sequential(nn.Linear(degree, 32), nn.Softplus(), nn.Linear(32, 1))
