"""The best policy is kept by returns on fresh episodes; a third set of seeds gives the reported number."""
import copy

import gymnasium as gym
import numpy as np
import torch
from torch import nn


def play(policy, seeds):
    env, total = gym.make("CartPole-v1"), []
    policy.eval()
    for seed in seeds:
        obs, _ = env.reset(seed=seed)
        done, ret = False, 0.0
        while not done:
            with torch.no_grad():
                action = policy(torch.as_tensor(obs)).argmax().item()
            obs, reward, terminated, truncated, _ = env.step(action)
            done, ret = terminated or truncated, ret + reward
        total.append(ret)
    return float(np.mean(total))


torch.manual_seed(0)
policy = nn.Sequential(nn.Linear(4, 32), nn.Tanh(), nn.Linear(32, 2))
best, kept = -np.inf, copy.deepcopy(policy)
for generation in range(50):
    child = copy.deepcopy(kept)
    with torch.no_grad():
        for p in child.parameters():
            p.add_(0.1 * torch.randn_like(p))
    score = play(child, range(100, 110))
    if score > best:
        best, kept = score, child
print("reported return", play(kept, range(5000, 5100)))
