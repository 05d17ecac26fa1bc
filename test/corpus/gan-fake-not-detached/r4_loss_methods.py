"""Handwriting GAN: the losses are methods, the steps are elsewhere."""
import torch
import torch.nn.functional as F
from torch import nn


class GanLosses:
    def __init__(self, generator, critic):
        self.generator, self.critic = generator, critic

    def for_critic(self, real, fake):
        on_real = self.critic(real)
        on_fake = self.critic(fake)  # must: gan-fake-not-detached
        return F.softplus(-on_real).mean() + F.softplus(on_fake).mean()

    def for_generator(self, fake):
        return F.softplus(-self.critic(fake)).mean()


class Training:
    def __init__(self, generator: nn.Module, critic: nn.Module, latent=128, lr=2e-4):
        self.losses = GanLosses(generator, critic)
        self.generator, self.critic, self.latent = generator, critic, latent
        self.opt_g = torch.optim.Adam(generator.parameters(), lr=lr, betas=(0.5, 0.999))
        self.opt_c = torch.optim.Adam(critic.parameters(), lr=lr, betas=(0.5, 0.999))

    def noise(self, n, device):
        return torch.randn(n, self.latent, device=device)

    def step(self, real):
        fake = self.generator(self.noise(len(real), real.device))
        self.opt_c.zero_grad()
        loss_c = self.losses.for_critic(real, fake)
        loss_c.backward()
        self.opt_c.step()

        self.opt_g.zero_grad()
        loss_g = self.losses.for_generator(self.generator(self.noise(len(real), real.device)))
        loss_g.backward()
        self.opt_g.step()
        return loss_c.item(), loss_g.item()

    def run(self, loader, epochs, device):
        torch.manual_seed(6)
        self.generator.train()
        self.critic.train()
        for epoch in range(epochs):
            pairs = [self.step(strokes.to(device)) for strokes, _ in loader]
            print(epoch, [sum(p) / len(pairs) for p in zip(*pairs)])
