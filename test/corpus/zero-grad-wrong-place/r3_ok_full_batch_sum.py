"""One update per pass: the gradient of the whole survey is summed up slice by slice."""
import torch
from torch import nn

torch.manual_seed(4)


def slices(x, y, size):
    for start in range(0, len(x), size):
        yield x[start:start + size], y[start:start + size]


def fit(x, y, passes=200, size=4096):
    surface = nn.Sequential(nn.Linear(3, 128), nn.Tanh(), nn.Linear(128, 128), nn.Tanh(), nn.Linear(128, 1))
    optimizer = torch.optim.Adam(surface.parameters(), lr=2e-3)
    schedule = torch.optim.lr_scheduler.StepLR(optimizer, step_size=80, gamma=0.3)
    squared = nn.MSELoss(reduction="sum")
    for n in range(passes):
        optimizer.zero_grad()
        total = 0.0
        for xs, ys in slices(x, y, size):
            loss = squared(surface(xs), ys) / len(x)
            loss.backward()
            total += loss.item()
        optimizer.step()
        schedule.step()
        if n % 20 == 0:
            print(n, total)
    return surface


def fit_again(surface, loader, epochs=3):
    optimizer = torch.optim.SGD(surface.parameters(), lr=1e-4)
    optimizer.zero_grad()
    for _ in range(epochs):
        for xs, ys in loader:
            loss = nn.functional.mse_loss(surface(xs), ys)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
    return surface
