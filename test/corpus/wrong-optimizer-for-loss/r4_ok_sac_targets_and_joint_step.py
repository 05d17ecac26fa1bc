import copy

import torch
import torch.nn.functional as F


class Sac:
    def __init__(self, actor, critics, lr=3e-4, gamma=0.99, tau=0.005, alpha=0.2):
        self.actor, self.critics = actor, critics
        self.targets = copy.deepcopy(critics).requires_grad_(False)
        self.actor_opt = torch.optim.Adam(actor.parameters(), lr=lr)
        self.critic_opt = torch.optim.Adam(critics.parameters(), lr=lr)
        self.gamma, self.tau, self.alpha = gamma, tau, alpha

    @torch.no_grad()
    def backup(self, reward, after, done):
        action, log_p = self.actor(after)
        value = torch.min(*self.targets(after, action)) - self.alpha * log_p
        return reward + self.gamma * (1 - done) * value

    def update(self, state, action, reward, after, done):
        goal = self.backup(reward, after, done)
        critic_loss = sum(F.mse_loss(q, goal) for q in self.critics(state, action))
        self.critic_opt.zero_grad()
        critic_loss.backward()
        self.critic_opt.step()

        move, log_p = self.actor(state)
        actor_loss = (self.alpha * log_p - torch.min(*self.critics(state, move))).mean()
        self.actor_opt.zero_grad()
        actor_loss.backward()
        self.actor_opt.step()

        with torch.no_grad():
            for old, new in zip(self.targets.parameters(), self.critics.parameters()):
                old.lerp_(new, self.tau)
        return critic_loss.item(), actor_loss.item()
