import copy

import torch
import torch.nn.functional as F
from torch import nn


class TD3:
    def __init__(self, actor, critic, gamma=0.99, tau=0.005, clip=1.0):
        self.actor, self.critic = actor, critic
        self.actor_target, self.critic_target = copy.deepcopy(actor), copy.deepcopy(critic)
        self.actor_opt = torch.optim.Adam(actor.parameters(), lr=1e-3)
        self.critic_opt = torch.optim.Adam(critic.parameters(), lr=1e-3)
        self.gamma, self.tau, self.clip = gamma, tau, clip

    def learn(self, buffer, batch_size=256):
        s, a, r, s2, done = buffer.sample(batch_size)
        with torch.no_grad():
            q_next = self.critic_target(s2, self.actor_target(s2))
            target = r + self.gamma * (1 - done) * q_next

        critic_loss = F.smooth_l1_loss(self.critic(s, a), target)
        self.critic_opt.zero_grad()
        critic_loss.backward()
        nn.utils.clip_grad_norm_(self.critic.parameters(), self.clip)
        self.critic_opt.step()

        actor_loss = -self.critic(s, self.actor(s)).mean()
        self.actor_opt.zero_grad()
        nn.utils.clip_grad_norm_(self.actor.parameters(), self.clip)  # must: clip-grad-wrong-place
        actor_loss.backward()
        self.actor_opt.step()

        with torch.no_grad():
            for net, slow in ((self.actor, self.actor_target), (self.critic, self.critic_target)):
                for p, q in zip(net.parameters(), slow.parameters()):
                    q.lerp_(p, self.tau)
