import torch
from torch import nn

bce = nn.BCEWithLogitsLoss()


def setup(zdim):
    nets = {
        "G": nn.Sequential(nn.Linear(zdim, 128), nn.LeakyReLU(0.2), nn.Linear(128, 2)),
        "D": nn.Sequential(nn.Linear(2, 128), nn.LeakyReLU(0.2), nn.Linear(128, 1)),
    }
    optims = {k: torch.optim.Adam(net.parameters(), lr=2e-4, betas=(0.5, 0.999)) for k, net in nets.items()}
    return nets, optims


def discriminator_step(nets, opt_d, real, z):
    with torch.no_grad():
        fake = nets["G"](z)
    opt_d.zero_grad()
    loss = bce(nets["D"](real), torch.ones(len(real), 1)) + bce(nets["D"](fake), torch.zeros(len(z), 1))
    loss.backward()
    opt_d.step()


def toy(points, zdim=8, iters=5000):
    G = nn.Sequential(nn.Linear(zdim, 128), nn.LeakyReLU(0.2), nn.Linear(128, 2))
    D = nn.Sequential(nn.Linear(2, 128), nn.LeakyReLU(0.2), nn.Linear(128, 1))
    opt_G = torch.optim.Adam(G.parameters(), lr=2e-4, betas=(0.5, 0.999))
    opt_D = torch.optim.Adam(D.parameters(), lr=2e-4, betas=(0.5, 0.999))
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
