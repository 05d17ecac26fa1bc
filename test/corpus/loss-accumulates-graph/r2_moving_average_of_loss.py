import torch
from torch import nn


def optimise(policy, env, episodes=1000, gamma=0.99):
    opt = torch.optim.Adam(policy.parameters(), lr=1e-2)
    smooth = None
    for episode in range(episodes):
        logps, rewards = env.rollout(policy)
        returns, g = [], 0.0
        for r in reversed(rewards):
            g = r + gamma * g
            returns.insert(0, g)
        returns = torch.tensor(returns)
        loss = -(torch.stack(logps) * (returns - returns.mean())).sum()
        opt.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(policy.parameters(), 1.0)
        opt.step()
        smooth = loss if smooth is None else 0.95 * smooth + 0.05 * loss  # must: loss-accumulates-graph
        if episode % 50 == 0:
            print(episode, smooth.item())
