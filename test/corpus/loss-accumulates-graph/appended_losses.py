import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from torch import nn


class VAE(nn.Module):
    def __init__(self, d=784, h=400, z=20):
        super().__init__()
        self.enc, self.mu, self.logvar = nn.Linear(d, h), nn.Linear(h, z), nn.Linear(h, z)
        self.dec = nn.Sequential(nn.Linear(z, h), nn.ReLU(), nn.Linear(h, d))

    def forward(self, x):
        h = F.relu(self.enc(x))
        mu, logvar = self.mu(h), self.logvar(h)
        z = mu + torch.randn_like(mu) * (0.5 * logvar).exp()
        return self.dec(z), mu, logvar


def elbo(x, out, mu, logvar):
    rec = F.binary_cross_entropy_with_logits(out, x, reduction="sum")
    return rec - 0.5 * (1 + logvar - mu.pow(2) - logvar.exp()).sum()


torch.manual_seed(1)


def run(loader, epochs=10):
    vae = VAE()
    opt = torch.optim.Adam(vae.parameters(), lr=1e-3)
    train_losses = []
    for _ in range(epochs):
        for x, _ in loader:
            x = x.flatten(1)
            loss = elbo(x, *vae(x))
            opt.zero_grad()
            loss.backward()
            opt.step()
            train_losses.append(loss)  # must: loss-accumulates-graph
    plt.plot([float(l) for l in train_losses])
    plt.savefig("elbo.png")
