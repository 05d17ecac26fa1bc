import torch
from torch import nn


class ActorCritic:
    def __init__(self, obs_dim, act_dim, lr=3e-4, gamma=0.99):
        self.actor = nn.Sequential(nn.Linear(obs_dim, 64), nn.Tanh(), nn.Linear(64, act_dim))
        self.critic = nn.Sequential(nn.Linear(obs_dim, 64), nn.Tanh(), nn.Linear(64, 1))
        self.actor_opt = torch.optim.Adam(self.actor.parameters(), lr=lr)
        self.critic_opt = torch.optim.Adam(self.critic.parameters(), lr=lr)
        self.gamma = gamma

    def update(self, obs, act, rew, nxt, done):
        with torch.no_grad():
            target = rew + self.gamma * (1 - done) * self.critic(nxt).squeeze(-1)
        value = self.critic(obs).squeeze(-1)
        critic_loss = nn.functional.mse_loss(value, target)
        self.critic_opt.zero_grad()
        critic_loss.backward()
        self.critic_opt.step()

        advantage = (target - value).detach()
        logp = torch.distributions.Categorical(logits=self.actor(obs)).log_prob(act)
        actor_loss = -(logp * advantage).mean()
        actor_loss.backward()  # must: missing-zero-grad
        self.actor_opt.step()

    def learn(self, buffer, updates):
        for _ in range(updates):
            self.update(*buffer.sample(256))
