import torch
from torch import nn
import torch.nn.functional as F


class Wasserstein:
    def __init__(self, gen: nn.Module, critic: nn.Module, zdim: int, gp: float = 10.0):
        self.gen, self.critic, self.zdim, self.gp = gen, critic, zdim, gp
        self.g_opt = torch.optim.Adam(gen.parameters(), lr=1e-4, betas=(0, 0.9))
        self.c_opt = torch.optim.Adam(critic.parameters(), lr=1e-4, betas=(0, 0.9))

    @torch.no_grad()
    def imagine(self, n):
        return self.gen(torch.randn(n, self.zdim))

    def penalty(self, real, fake):
        mix = torch.rand(len(real), 1)
        between = (mix * real + (1 - mix) * fake).requires_grad_(True)
        grad, = torch.autograd.grad(self.critic(between).sum(), between, create_graph=True)
        return self.gp * (grad.norm(2, dim=1) - 1).pow(2).mean()

    def critic_step(self, real):
        fake = self.imagine(len(real))
        loss = self.critic(fake).mean() - self.critic(real).mean() + self.penalty(real, fake)
        self.c_opt.zero_grad()
        loss.backward()
        self.c_opt.step()

    def generator_step(self, n):
        loss = -self.critic(self.gen(torch.randn(n, self.zdim))).mean()
        self.g_opt.zero_grad()
        loss.backward()
        self.g_opt.step()
