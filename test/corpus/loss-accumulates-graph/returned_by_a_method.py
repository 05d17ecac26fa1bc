import torch
from torch import nn


class Model(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(d, d), nn.Tanh(), nn.Linear(d, 1))

    def forward(self, x):
        return self.layers(x).squeeze(-1)


class Fitter:
    def __init__(self, d):
        self.net = Model(d)
        self.opt = torch.optim.Adam(self.net.parameters(), lr=3e-3)

    def step(self, x, y):
        self.opt.zero_grad()
        loss = (self.net(x) - y).abs().mean()
        loss.backward()
        self.opt.step()
        return loss

    def fit(self, loader, epochs):
        for epoch in range(epochs):
            epoch_loss = 0.0
            for x, y in loader:
                epoch_loss += self.step(x, y)  # must: loss-accumulates-graph
            print(f"[{epoch}] {epoch_loss / len(loader):.4f}")


def main(loader, d):
    torch.manual_seed(0)
    Fitter(d).fit(loader, 30)
