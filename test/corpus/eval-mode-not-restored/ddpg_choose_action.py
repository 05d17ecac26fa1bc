"""The actor has batch norm; acting puts it into eval mode and learning finds it so."""
import copy

import torch
import torch.nn.functional as F
from torch import nn


class Actor(nn.Module):
    def __init__(self, obs, act):
        super().__init__()
        self.fc1, self.bn1, self.mu = nn.Linear(obs, 400), nn.BatchNorm1d(400), nn.Linear(400, act)

    def forward(self, s):
        return torch.tanh(self.mu(F.relu(self.bn1(self.fc1(s)))))


class Critic(nn.Module):
    def __init__(self, obs, act):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(obs + act, 400), nn.ReLU(), nn.Linear(400, 1))

    def forward(self, s, a):
        return self.net(torch.cat([s, a], dim=1)).squeeze(1)


class Ddpg:
    def __init__(self, obs, act, memory):
        self.actor, self.critic, self.memory = Actor(obs, act), Critic(obs, act), memory
        self.target_actor, self.target_critic = copy.deepcopy(self.actor).eval(), copy.deepcopy(self.critic).eval()
        self.actor_opt = torch.optim.Adam(self.actor.parameters(), lr=1e-4)
        self.critic_opt = torch.optim.Adam(self.critic.parameters(), lr=1e-3)

    def choose_action(self, state):
        self.actor.eval()
        with torch.no_grad():
            return self.actor(torch.as_tensor(state)[None])[0].numpy()

    def learn(self):
        s, a, r, s2, d = self.memory.sample(64)
        with torch.no_grad():
            goal = r + 0.99 * (1 - d) * self.target_critic(s2, self.target_actor(s2))
        critic_loss = F.mse_loss(self.critic(s, a), goal)
        self.critic_opt.zero_grad()
        critic_loss.backward()
        self.critic_opt.step()

        proposed = self.actor(s)  # must: eval-mode-not-restored
        actor_loss = -self.critic(s, proposed).mean()
        self.actor_opt.zero_grad()
        actor_loss.backward()
        self.actor_opt.step()


def main(env, memory):
    torch.manual_seed(0)
    agent = Ddpg(8, 2, memory)
    for episode in range(1000):
        state, done = env.reset(seed=episode)[0], False
        while not done:
            action = agent.choose_action(state)
            nxt, reward, terminated, truncated, _ = env.step(action)
            memory.push(state, action, reward, nxt, terminated)
            state, done = nxt, terminated or truncated
            agent.learn()
