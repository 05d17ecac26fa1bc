"""Soft value learning on logged data: two networks, two optimizers in a dict."""
import torch
from torch import nn


def net(inputs, outputs):
    return nn.Sequential(nn.Linear(inputs, 256), nn.ReLU(), nn.Linear(256, outputs))


class Agent:
    def __init__(self, states, actions, lr=3e-4):
        self.policy, self.value = net(states, actions), net(states, 1)
        self.optimizers = {
            "policy": torch.optim.Adam(self.policy.parameters(), lr=lr),
            "value": torch.optim.Adam(self.value.parameters(), lr=lr),
        }

    def update_value(self, state, target):
        self.optimizers["value"].zero_grad()
        loss = nn.functional.mse_loss(self.value(state).squeeze(-1), target)
        loss.backward()
        self.optimizers["value"].step()
        return loss.item()

    def update_policy(self, state, action, target):
        with torch.no_grad():
            advantage = target - self.value(state).squeeze(-1)
        log_p = self.policy(state).log_softmax(-1).gather(1, action.unsqueeze(1)).squeeze(1)
        self.optimizers["policy"].zero_grad()
        loss = -(log_p * advantage).mean()
        loss.backward()
        self.optimizers["value"].step()  # must: wrong-optimizer-for-loss
        return loss.item()


def train(loader, states, actions, epochs):
    torch.manual_seed(38)
    agent = Agent(states, actions)
    for _ in range(epochs):
        for state, action, target in loader:
            agent.update_value(state, target)
            agent.update_policy(state, action, target)
    return agent
