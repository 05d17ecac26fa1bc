import torch
import torch.nn.functional as F
from torch import nn
from torch.nn.utils.parametrizations import spectral_norm


class G(nn.Module):
    def __init__(self, z=64, n=32):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(z, 256), nn.ReLU(), nn.Linear(256, 256), nn.ReLU(), nn.Linear(256, n))

    def forward(self, z):
        return self.body(z)


class D(nn.Module):
    def __init__(self, n=32):
        super().__init__()
        self.body = nn.Sequential(
            spectral_norm(nn.Linear(n, 256)), nn.LeakyReLU(0.2), spectral_norm(nn.Linear(256, 1))
        )

    def forward(self, x):
        return self.body(x).squeeze(1)


def hinge_pair(g, d, z_dim):
    """Loss functions of the two players on a batch of real rows."""

    def discriminator(real):
        fake = g(torch.randn(len(real), z_dim))
        return F.relu(1 - d(real)).mean() + F.relu(1 + d(fake)).mean()  # must: gan-fake-not-detached

    def generator(real):
        return -d(g(torch.randn(len(real), z_dim))).mean()

    return discriminator, generator


def descend(optimizer, loss):
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()


def train(rows, epochs=300, z_dim=64):
    torch.manual_seed(18)
    g, d = G(z_dim), D()
    opt_g = torch.optim.Adam(g.parameters(), lr=1e-4, betas=(0.0, 0.9))
    opt_d = torch.optim.Adam(d.parameters(), lr=4e-4, betas=(0.0, 0.9))
    d_loss, g_loss = hinge_pair(g, d, z_dim)
    for epoch in range(epochs):
        for (real,) in rows:
            ld = descend(opt_d, d_loss(real))
            lg = descend(opt_g, g_loss(real))
        print(epoch, ld, lg)
    return g
