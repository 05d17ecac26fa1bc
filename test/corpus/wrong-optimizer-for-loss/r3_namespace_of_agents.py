from types import SimpleNamespace

import torch
from torch import nn
import torch.nn.functional as F


def critic(dim):
    return nn.Sequential(nn.Linear(dim, 256), nn.ReLU(), nn.Linear(256, 1))


def build(obs, act, seed=27):
    torch.manual_seed(seed)
    s = SimpleNamespace()
    s.value = critic(obs)
    s.policy = nn.Sequential(nn.Linear(obs, 256), nn.ReLU(), nn.Linear(256, act))
    s.value_opt = torch.optim.Adam(s.value.parameters(), lr=1e-3)
    s.policy_opt = torch.optim.Adam(s.policy.parameters(), lr=3e-4)
    return s


def warm_up_value(s, episodes):
    for obs, returns in episodes:
        loss = F.mse_loss(s.value(obs).squeeze(-1), returns)
        s.value_opt.zero_grad()
        loss.backward()
        s.value_opt.step()


def fit_value(s, obs, returns, sweeps=10):
    for _ in range(sweeps):
        value_loss = F.mse_loss(s.value(obs).squeeze(-1), returns)
        s.value_opt.zero_grad()
        value_loss.backward()
        s.policy_opt.step()  # must: wrong-optimizer-for-loss
    return value_loss.item()


def fit_policy(s, obs, actions, advantage):
    dist = torch.distributions.Categorical(logits=s.policy(obs))
    loss = -(dist.log_prob(actions) * advantage).mean() - 0.01 * dist.entropy().mean()
    s.policy_opt.zero_grad()
    loss.backward()
    s.policy_opt.step()
    return loss.item()


def iterate(s, collect, episodes, rounds=500):
    warm_up_value(s, episodes)
    for n in range(rounds):
        obs, actions, returns = collect(s.policy)
        with torch.no_grad():
            advantage = returns - s.value(obs).squeeze(-1)
        print(n, fit_policy(s, obs, actions, advantage), fit_value(s, obs, returns))
