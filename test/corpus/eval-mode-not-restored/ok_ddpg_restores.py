import copy

import torch
import torch.nn.functional as F
from torch import nn


def policy(obs, act):
    return nn.Sequential(nn.Linear(obs, 64), nn.BatchNorm1d(64), nn.ReLU(), nn.Linear(64, act), nn.Tanh())


class Agent:
    def __init__(self, obs, act, memory):
        self.actor = policy(obs, act)
        self.target = copy.deepcopy(self.actor)
        self.target.eval()
        self.value = nn.Linear(obs + act, 1)
        self.opt = torch.optim.Adam(self.actor.parameters(), lr=1e-4)
        self.memory = memory

    def act(self, state):
        self.actor.eval()
        with torch.no_grad():
            action = self.actor(state[None])[0]
        self.actor.train()
        return action

    def learn(self):
        s = self.memory.sample(64)
        with torch.no_grad():
            anchor = self.target(s)
        a = self.actor(s)
        loss = F.mse_loss(a, anchor) - self.value(torch.cat([s, a], 1)).mean()
        self.opt.zero_grad()
        loss.backward()
        self.opt.step()


def main(env, memory):
    torch.manual_seed(0)
    agent = Agent(3, 1, memory)
    state = env.reset()
    for _ in range(10_000):
        state = env.step(agent.act(state))
        agent.learn()
