import torch
import torch.nn.functional as F


class BetaScheduler:
    """Raises the weight of the KL term."""

    def __init__(self, warmup):
        self.warmup, self.n = warmup, 0

    def step(self):
        self.n += 1
        return min(1.0, self.n / self.warmup)


def train(vae, loader, epochs):
    scheduler = BetaScheduler(10)
    optimizer = torch.optim.Adam(vae.parameters(), lr=1e-3)
    for epoch in range(epochs):
        beta = scheduler.step()
        vae.train()
        for x in loader:
            recon, mu, logvar = vae(x)
            kl = -0.5 * (1 + logvar - mu**2 - logvar.exp()).sum(1).mean()
            loss = F.mse_loss(recon, x) + beta * kl
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
