"""Terms of an episode are kept until its end, then differentiated together and dropped."""
import gymnasium as gym
import torch
import torch.nn.functional as F
from torch import nn


class Agent(nn.Module):
    def __init__(self, obs, n):
        super().__init__()
        self.body, self.pi, self.v = nn.Linear(obs, 64), nn.Linear(64, n), nn.Linear(64, 1)

    def forward(self, x):
        h = torch.relu(self.body(x))
        return torch.distributions.Categorical(logits=self.pi(h)), self.v(h)


def main(episodes=300, gamma=0.99):
    torch.manual_seed(0)
    env = gym.make("CartPole-v1")
    agent = Agent(4, 2)
    opt = torch.optim.Adam(agent.parameters(), lr=3e-3)
    scores = []
    for episode in range(episodes):
        obs, _ = env.reset(seed=episode)
        log_probs, values, rewards, done = [], [], [], False
        while not done:
            dist, value = agent(torch.as_tensor(obs))
            action = dist.sample()
            obs, reward, terminated, truncated, _ = env.step(action.item())
            log_probs.append(dist.log_prob(action))
            values.append(value)
            rewards.append(reward)
            done = terminated or truncated
        g, policy_losses, value_losses = 0.0, [], []
        for log_prob, value, reward in zip(reversed(log_probs), reversed(values), reversed(rewards)):
            g = reward + gamma * g
            policy_losses.append(-log_prob * (g - value.item()))
            value_losses.append(F.smooth_l1_loss(value, torch.tensor([g])))
        opt.zero_grad()
        loss = torch.stack(policy_losses).sum() + torch.stack(value_losses).sum()
        loss.backward()
        opt.step()
        scores.append(sum(rewards))
    print(sum(scores[-50:]) / 50)
