"""The actor's loss runs through the critic; the critic's gradients of it are cleared before its own step."""
import copy

import torch
import torch.nn.functional as F


class DDPG:
    def __init__(self, actor, critic, gamma=0.99, tau=1e-2):
        self.mu, self.q = actor, critic
        self.mu_slow, self.q_slow = copy.deepcopy(actor), copy.deepcopy(critic)
        self.mu_opt = torch.optim.Adam(self.mu.parameters(), lr=1e-4)
        self.q_opt = torch.optim.Adam(self.q.parameters(), lr=1e-3)
        self.gamma, self.tau = gamma, tau

    def update(self, batch):
        s, a, r, s2, d = batch
        with torch.no_grad():
            y = r + self.gamma * (1 - d) * self.q_slow(s2, self.mu_slow(s2))
        q_loss = F.mse_loss(self.q(s, a), y)
        self.q_opt.zero_grad()
        q_loss.backward()
        self.q_opt.step()

        mu_loss = -self.q(s, self.mu(s)).mean()
        self.mu_opt.zero_grad()
        mu_loss.backward()
        self.mu_opt.step()
        self._soften(self.q, self.q_slow)
        self._soften(self.mu, self.mu_slow)

    @torch.no_grad()
    def _soften(self, net, slow):
        for p, p_slow in zip(net.parameters(), slow.parameters()):
            p_slow.mul_(1 - self.tau).add_(p, alpha=self.tau)
