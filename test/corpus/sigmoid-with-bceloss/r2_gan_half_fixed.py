import torch
from torch import nn


def build():
    G = nn.Sequential(nn.Linear(16, 64), nn.ReLU(), nn.Linear(64, 2))
    D = nn.Sequential(nn.Linear(2, 64), nn.LeakyReLU(0.2), nn.Linear(64, 1))
    return G, D


def train(points, steps=2000):
    G, D = build()
    og, od = torch.optim.Adam(G.parameters(), 2e-4), torch.optim.Adam(D.parameters(), 2e-4)
    d_crit, g_crit = nn.BCEWithLogitsLoss(), nn.BCELoss()
    for _, real in zip(range(steps), points):
        fake = G(torch.randn(len(real), 16))
        one, zero = torch.ones(len(real), 1), torch.zeros(len(real), 1)
        d_loss = d_crit(D(real), one) + d_crit(D(fake.detach()), zero)
        od.zero_grad()
        d_loss.backward()
        od.step()

        g_loss = g_crit(D(fake), one)  # must: sigmoid-with-bceloss
        og.zero_grad()
        g_loss.backward()
        og.step()
