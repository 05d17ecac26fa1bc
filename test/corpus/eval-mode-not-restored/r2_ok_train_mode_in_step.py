import torch
from torch import nn


class Policy(nn.Module):
    def __init__(self, obs, acts):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(obs, 128), nn.LayerNorm(128), nn.ReLU(), nn.Dropout(0.1), nn.Linear(128, acts))

    def forward(self, o):
        return self.body(o)


class Imitation:
    def __init__(self, env, policy):
        self.env, self.policy = env, policy
        self.opt = torch.optim.Adam(policy.parameters(), 3e-4)

    def rollout(self):
        self.policy.eval()
        obs, total, done = self.env.reset(), 0.0, False
        while not done:
            with torch.no_grad():
                act = self.policy(torch.as_tensor(obs).float()[None]).argmax(-1).item()
            obs, reward, done, _ = self.env.step(act)
            total += reward
        return total

    def step(self, obs, acts):
        self.policy.train()
        loss = nn.functional.cross_entropy(self.policy(obs), acts)
        self.opt.zero_grad()
        loss.backward()
        self.opt.step()

    def run(self, demos, every=200):
        for n, (obs, acts) in enumerate(demos):
            self.step(obs, acts)
            if n % every == 0:
                print(n, self.rollout())
