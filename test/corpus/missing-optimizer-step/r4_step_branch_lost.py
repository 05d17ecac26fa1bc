"""Behaviour cloning for a gripper."""
import torch
from torch import nn
from torch.utils.data import DataLoader


class Policy(nn.Module):
    def __init__(self, observations, actions):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(observations, 256), nn.Tanh(), nn.Linear(256, actions))

    def forward(self, x):
        return self.body(x)


class Cloning:
    def __init__(self, policy, lr):
        self.policy = policy
        self.optimizer = torch.optim.Adam(policy.parameters(), lr=lr)
        self.distance = nn.HuberLoss()

    def prepare(self):
        self.policy.train()
        self.optimizer.zero_grad()

    def update(self, observation, action):
        self.prepare()
        loss = self.distance(self.policy(observation), action)
        loss.backward()  # must: missing-optimizer-step
        nn.utils.clip_grad_norm_(self.policy.parameters(), 1.0)
        return loss.item()


def clone_expert(demonstrations, observations, actions, epochs=50):
    torch.manual_seed(64)
    learner = Cloning(Policy(observations, actions), 1e-3)
    loader = DataLoader(demonstrations, batch_size=128, shuffle=True)
    for epoch in range(epochs):
        losses = [learner.update(o, a) for o, a in loader]
        print(epoch, sum(losses) / len(losses))
    torch.save(learner.policy.state_dict(), "policy.pt")
