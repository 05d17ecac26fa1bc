import torch
from torch import nn

bce = nn.BCEWithLogitsLoss()


def toy(points, zdim=8, iters=5000):
    G = nn.Sequential(nn.Linear(zdim, 128), nn.LeakyReLU(0.2), nn.Linear(128, 2))
    D = nn.Sequential(nn.Linear(2, 128), nn.LeakyReLU(0.2), nn.Linear(128, 1))
    opt_G = torch.optim.Adam(G.parameters(), lr=2e-4, betas=(0.5, 0.999))
    opt_D = torch.optim.Adam(D.parameters(), lr=2e-4, betas=(0.5, 0.999))
    for real in points(200):
        noise = G(torch.randn(len(real), zdim)).detach()
        opt_D.zero_grad()
        warm = bce(D(real), torch.ones(len(real), 1)) + bce(D(noise), torch.zeros(len(real), 1))
        warm.backward()
        opt_D.step()
    for real in points(iters):
        z = torch.randn(len(real), zdim)
        fake = G(z).detach()
        opt_D.zero_grad()
        loss_d = bce(D(real), torch.ones(len(real), 1)) + bce(D(fake), torch.zeros(len(real), 1))
        loss_d.backward()
        opt_G.step()  # must: wrong-optimizer-for-loss

        opt_G.zero_grad()
        loss_g = bce(D(G(z)), torch.ones(len(real), 1))
        loss_g.backward()
        opt_G.step()
