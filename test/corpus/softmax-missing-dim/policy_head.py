# REINFORCE on LunarLander
import gymnasium as gym
import torch
from torch import nn, optim
from torch.distributions import Categorical

torch.manual_seed(543)


class Policy(nn.Module):
    def __init__(self, observations=8, actions=4):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Linear(observations, 128),
            nn.ReLU(),
            nn.Linear(128, actions),
            nn.Softmax(),  # must: softmax-missing-dim
        )

    def forward(self, x):
        return self.layers(x)


def play(env, policy, seed):
    observation, _ = env.reset(seed=seed)
    log_probs, rewards, over = [], [], False
    while not over:
        dist = Categorical(policy(torch.from_numpy(observation).float().unsqueeze(0)))
        action = dist.sample()
        observation, reward, terminated, truncated, _ = env.step(action.item())
        log_probs.append(dist.log_prob(action))
        rewards.append(reward)
        over = terminated or truncated
    return torch.cat(log_probs), rewards


def returns_of(rewards, gamma=0.99):
    out, running = [], 0.0
    for r in reversed(rewards):
        running = r + gamma * running
        out.append(running)
    out = torch.tensor(out[::-1])
    return (out - out.mean()) / (out.std() + 1e-8)


if __name__ == "__main__":
    env, policy = gym.make("LunarLander-v2"), Policy()
    adam = optim.Adam(policy.parameters(), lr=2e-3)
    for episode in range(1500):
        log_probs, rewards = play(env, policy, episode)
        loss = -(log_probs * returns_of(rewards)).sum()
        adam.zero_grad()
        loss.backward()
        adam.step()
