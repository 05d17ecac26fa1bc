"""Soft actor-critic with a learned temperature."""
import copy

import torch
from torch import nn


def mlp(i, o):
    return nn.Sequential(nn.Linear(i, 256), nn.ReLU(), nn.Linear(256, 256), nn.ReLU(), nn.Linear(256, o))


class SAC:
    def __init__(self, obs, act, lr=3e-4, tau=0.005, gamma=0.99):
        self.policy = mlp(obs, 2 * act)
        self.q = mlp(obs + act, 1)
        self.q_target = copy.deepcopy(self.q)
        self.log_alpha = torch.zeros(1, requires_grad=True)
        self.policy_opt = torch.optim.Adam(self.policy.parameters(), lr=lr)
        self.q_opt = torch.optim.Adam(self.q.parameters(), lr=lr)
        self.alpha_opt = torch.optim.Adam([self.log_alpha], lr=lr)
        self.tau, self.gamma, self.entropy = tau, gamma, -float(act)

    def act(self, obs):
        mean, log_std = self.policy(obs).chunk(2, -1)
        normal = torch.distributions.Normal(mean, log_std.clamp(-5, 2).exp())
        raw = normal.rsample()
        action = raw.tanh()
        logp = (normal.log_prob(raw) - torch.log(1 - action.pow(2) + 1e-6)).sum(-1, keepdim=True)
        return action, logp

    def update(self, memory, steps):
        for _ in range(steps):
            s, a, r, s2, done = memory.sample()
            alpha = self.log_alpha.exp().detach()
            with torch.no_grad():
                a2, logp2 = self.act(s2)
                goal = r + self.gamma * (1 - done) * (self.q_target(torch.cat([s2, a2], -1)) - alpha * logp2)
            q_loss = (self.q(torch.cat([s, a], -1)) - goal).pow(2).mean()
            self.q_opt.zero_grad()
            q_loss.backward()
            self.q_opt.step()

            new, logp = self.act(s)
            policy_loss = (alpha * logp - self.q(torch.cat([s, new], -1))).mean()
            self.policy_opt.zero_grad()
            policy_loss.backward()
            self.policy_opt.step()

            alpha_loss = -(self.log_alpha * (logp + self.entropy).detach()).mean()
            self.alpha_opt.zero_grad()
            alpha_loss.backward()  # must: missing-optimizer-step

            with torch.no_grad():
                for old, cur in zip(self.q_target.parameters(), self.q.parameters()):
                    old.lerp_(cur, self.tau)
