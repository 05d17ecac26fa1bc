"""Weights are copied between networks of one run: no checkpoint, and nothing that depends on the mode."""
import random
from collections import deque

import torch
import torch.nn.functional as F
from torch import nn


class QNet(nn.Module):
    def __init__(self, obs, actions):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(obs, 128), nn.ReLU(), nn.Linear(128, actions))

    def forward(self, x):
        return self.net(x)


class Agent:
    def __init__(self, obs, actions, gamma=0.99):
        torch.manual_seed(0)
        random.seed(0)
        self.policy, self.target = QNet(obs, actions), QNet(obs, actions)
        self.target.load_state_dict(self.policy.state_dict())
        self.target.eval()
        self.opt = torch.optim.Adam(self.policy.parameters(), lr=1e-3)
        self.memory = deque(maxlen=50_000)
        self.gamma = gamma

    def act(self, state, epsilon):
        if random.random() < epsilon:
            return random.randrange(2)
        with torch.no_grad():
            return self.policy(state[None]).argmax(1).item()

    def learn(self, batch_size=64):
        s, a, r, s2, d = map(torch.stack, zip(*random.sample(self.memory, batch_size)))
        with torch.no_grad():
            goal = r + self.gamma * (1 - d) * self.target(s2).max(1).values
        q = self.policy(s).gather(1, a[:, None]).squeeze(1)
        loss = F.smooth_l1_loss(q, goal)
        self.opt.zero_grad()
        loss.backward()
        self.opt.step()

    def sync(self):
        self.target.load_state_dict(self.policy.state_dict())
