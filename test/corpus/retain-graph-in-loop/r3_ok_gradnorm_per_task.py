"""Two tasks on one trunk: the gradient of each is wanted alone before they are combined."""
import torch
from torch import nn
import torch.nn.functional as F


class TwoTask(nn.Module):
    def __init__(self, inputs):
        super().__init__()
        self.trunk = nn.Sequential(nn.Linear(inputs, 128), nn.ReLU(), nn.Linear(128, 128), nn.ReLU())
        self.price = nn.Linear(128, 1)
        self.sold = nn.Linear(128, 1)

    def forward(self, x):
        h = self.trunk(x)
        return self.price(h).squeeze(1), self.sold(h).squeeze(1)


def flat(params):
    return torch.cat([p.grad.flatten() for p in params])


def project(a, b):
    dot = torch.dot(a, b)
    return a - dot / b.pow(2).sum() * b if dot < 0 else a


def surgery(model, first, second):
    shared = list(model.trunk.parameters())
    first.backward(retain_graph=True)
    g1 = flat(shared)
    for p in shared:
        p.grad = None
    second.backward()
    g2 = flat(shared)
    merged = project(g1, g2) + project(g2, g1)
    for p, g in zip(shared, merged.split([p.numel() for p in shared])):
        p.grad = g.view_as(p).clone()


def train(loader, inputs, epochs=20):
    torch.manual_seed(92)
    model = TwoTask(inputs)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    model.train()
    for epoch in range(epochs):
        for x, price, sold in loader:
            guess, chance = model(x)
            optimizer.zero_grad()
            surgery(model, F.mse_loss(guess, price), F.binary_cross_entropy_with_logits(chance, sold))
            optimizer.step()
    return model
