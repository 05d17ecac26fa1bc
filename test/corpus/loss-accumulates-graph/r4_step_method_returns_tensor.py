import torch
from torch import nn


class Autoencoder(nn.Module):
    def __init__(self, width, code):
        super().__init__()
        self.down = nn.Sequential(nn.Linear(width, 128), nn.ReLU(), nn.Linear(128, code))
        self.up = nn.Sequential(nn.Linear(code, 128), nn.ReLU(), nn.Linear(128, width))

    def forward(self, x):
        return self.up(self.down(x))


class Fitting:
    def __init__(self, model, lr=1e-3):
        self.model = model
        self.optimizer = torch.optim.Adam(model.parameters(), lr=lr)

    def step(self, rows):
        self.optimizer.zero_grad()
        loss = nn.functional.smooth_l1_loss(self.model(rows), rows)
        loss.backward()
        self.optimizer.step()
        return loss

    def epoch(self, loader):
        self.model.train()
        total = 0.0
        for (rows,) in loader:
            total += self.step(rows)  # must: loss-accumulates-graph
        return total / len(loader)


def fit(loader, width, epochs=100):
    torch.manual_seed(23)
    fitting = Fitting(Autoencoder(width, 12))
    for epoch in range(epochs):
        print(f"{epoch}: {fitting.epoch(loader):.5f}")
    return fitting.model
