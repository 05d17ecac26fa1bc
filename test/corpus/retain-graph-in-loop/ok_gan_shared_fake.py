import torch
from torch import nn


class VAEGAN:
    def __init__(self, vae, disc):
        self.vae, self.disc = vae, disc
        self.vae_opt = torch.optim.Adam(vae.parameters(), lr=1e-4)
        self.disc_opt = torch.optim.Adam(disc.parameters(), lr=1e-4)
        self.bce = nn.BCEWithLogitsLoss()

    def step(self, x):
        x_hat, mu, logvar = self.vae(x)

        real, fake = self.disc(x), self.disc(x_hat.detach())
        d_loss = self.bce(real, torch.ones_like(real)) + self.bce(fake, torch.zeros_like(fake))
        self.disc_opt.zero_grad()
        d_loss.backward()
        self.disc_opt.step()

        kl = -0.5 * (1 + logvar - mu.pow(2) - logvar.exp()).mean()
        recon = nn.functional.mse_loss(x_hat, x)
        judged = self.disc(x_hat)
        adv = self.bce(judged, torch.ones_like(judged))
        self.vae_opt.zero_grad()
        (recon + kl).backward(retain_graph=True)
        adv.backward()
        self.vae_opt.step()
        return d_loss.item(), recon.item()

    def fit(self, loader, epochs):
        torch.manual_seed(0)
        self.vae.train()
        self.disc.train()
        for epoch in range(epochs):
            for x, _ in loader:
                losses = self.step(x)
            print(epoch, losses)
