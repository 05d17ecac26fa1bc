import torch
from torch import nn
from torch.distributions import Categorical


class Agent(nn.Module):
    def __init__(self, obs: int, acts: int):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(obs, 64), nn.Tanh())
        self.pi = nn.Sequential(nn.Linear(64, acts), nn.Softmax(dim=-1))  # must: softmax-before-cross-entropy
        self.v = nn.Linear(64, 1)

    def forward(self, obs):
        h = self.body(obs)
        return self.pi(h), self.v(h)

    def act(self, obs):
        with torch.no_grad():
            probs, _ = self(obs)
        return Categorical(probs=probs).sample()


def clone_behaviour(agent: Agent, demos, epochs: int = 5):
    opt = torch.optim.Adam(agent.parameters(), lr=3e-4)
    for _ in range(epochs):
        for obs, acts, returns in demos:
            pi, v = agent(obs)
            bc = nn.functional.cross_entropy(pi, acts)
            loss = bc + 0.5 * nn.functional.mse_loss(v.squeeze(-1), returns)
            opt.zero_grad()
            loss.backward()
            opt.step()
