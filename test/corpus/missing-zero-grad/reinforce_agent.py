import gymnasium as gym
import torch
from torch import nn
from torch.distributions import Categorical


class Policy(nn.Module):
    def __init__(self, obs, actions):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(obs, 128), nn.ReLU(), nn.Linear(128, actions))

    def forward(self, x):
        return Categorical(logits=self.net(x))


def returns(rewards, gamma):
    out, running = [], 0.0
    for r in reversed(rewards):
        running = r + gamma * running
        out.insert(0, running)
    out = torch.tensor(out)
    return (out - out.mean()) / (out.std() + 1e-8)


def main(episodes=500, gamma=0.99):
    torch.manual_seed(543)
    env = gym.make("CartPole-v1")
    policy = Policy(4, 2)
    optimizer = torch.optim.Adam(policy.parameters(), lr=1e-2)
    for episode in range(episodes):
        state, _ = env.reset(seed=episode)
        log_probs, rewards, done = [], [], False
        while not done:
            dist = policy(torch.as_tensor(state, dtype=torch.float32))
            action = dist.sample()
            state, reward, terminated, truncated, _ = env.step(action.item())
            log_probs.append(dist.log_prob(action))
            rewards.append(reward)
            done = terminated or truncated
        policy_loss = (-torch.stack(log_probs) * returns(rewards, gamma)).sum()
        policy_loss.backward()  # must: missing-zero-grad
        optimizer.step()
        if episode % 50 == 0:
            print(episode, sum(rewards))
