"""Discriminator ends in a sigmoid, BCELoss wants just that."""
import torch
from torch import nn


class Discriminator(nn.Module):
    def __init__(self, pixels):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(pixels, 256), nn.LeakyReLU(0.2), nn.Dropout(0.3), nn.Linear(256, 1), nn.Sigmoid())

    def forward(self, x):
        return self.net(x.flatten(1)).view(-1)


class Generator(nn.Module):
    def __init__(self, noise, pixels):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(noise, 256), nn.ReLU(), nn.Linear(256, pixels), nn.Tanh())

    def forward(self, z):
        return self.net(z)


def train(loader, epochs, noise=64, pixels=784):
    torch.manual_seed(999)
    D, G = Discriminator(pixels), Generator(noise, pixels)
    adversarial = nn.BCELoss()
    opt_d = torch.optim.Adam(D.parameters(), lr=2e-4, betas=(0.5, 0.999))
    opt_g = torch.optim.Adam(G.parameters(), lr=2e-4, betas=(0.5, 0.999))
    for _ in range(epochs):
        D.train()
        G.train()
        for real, _ in loader:
            yes, no = torch.ones(len(real)), torch.zeros(len(real))
            fake = G(torch.randn(len(real), noise))

            opt_d.zero_grad()
            d_loss = adversarial(D(real), yes) + adversarial(D(fake.detach()), no)
            d_loss.backward()
            opt_d.step()

            opt_g.zero_grad()
            g_loss = adversarial(D(fake), yes)
            g_loss.backward()
            opt_g.step()
    return G
