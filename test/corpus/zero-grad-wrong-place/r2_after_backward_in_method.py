import torch
from torch import nn


class VAE(nn.Module):
    def __init__(self, d=784, z=20):
        super().__init__()
        self.enc = nn.Sequential(nn.Linear(d, 400), nn.ReLU(), nn.Linear(400, 2 * z))
        self.dec = nn.Sequential(nn.Linear(z, 400), nn.ReLU(), nn.Linear(400, d))

    def forward(self, x):
        mu, logvar = self.enc(x).chunk(2, dim=-1)
        z = mu + torch.randn_like(mu) * (0.5 * logvar).exp()
        return self.dec(z), mu, logvar


class VAETrainer:
    def __init__(self, vae: VAE, lr: float = 1e-3):
        self.vae = vae
        self.optimizer = torch.optim.Adam(vae.parameters(), lr=lr)

    def elbo(self, x):
        logits, mu, logvar = self.vae(x)
        rec = nn.functional.binary_cross_entropy_with_logits(logits, x, reduction="sum")
        kl = -0.5 * torch.sum(1 + logvar - mu.pow(2) - logvar.exp())
        return (rec + kl) / x.shape[0]

    def training_step(self, x):
        loss = self.elbo(x)
        loss.backward()
        nn.utils.clip_grad_norm_(self.vae.parameters(), 5.0)
        self.optimizer.zero_grad()  # must: zero-grad-wrong-place
        self.optimizer.step()
        return loss.item()

    def fit(self, loader, epochs):
        for epoch in range(epochs):
            self.vae.train()
            losses = [self.training_step(x.flatten(1)) for x, _ in loader]
            print(epoch, sum(losses) / len(losses))
