# Policy gradient with a value baseline; one update per batch of episodes.
import gymnasium as gym
import torch
import torch.nn.functional as F
from torch import nn, optim
from torch.distributions import Categorical


class ActorCritic(nn.Module):
    def __init__(self, n_obs, n_act):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(n_obs, 128), nn.Tanh(), nn.Linear(128, 128), nn.Tanh())
        self.pi = nn.Linear(128, n_act)
        self.v = nn.Linear(128, 1)

    def forward(self, obs):
        h = self.body(obs)
        return self.pi(h), self.v(h).squeeze(-1)


class A2C:
    def __init__(self, env, lr=7e-4, gamma=0.99, max_grad_norm=0.5):
        self.env, self.gamma, self.max_grad_norm = env, gamma, max_grad_norm
        self.net = ActorCritic(env.observation_space.shape[0], env.action_space.n)
        self.optimizer = optim.RMSprop(self.net.parameters(), lr=lr)

    def rollout(self):
        obs, _ = self.env.reset(seed=0)
        logps, values, rewards, done = [], [], [], False
        while not done:
            logits, value = self.net(torch.as_tensor(obs, dtype=torch.float32))
            dist = Categorical(logits=logits)
            action = dist.sample()
            obs, reward, terminated, truncated, _ = self.env.step(action.item())
            done = terminated or truncated
            logps.append(dist.log_prob(action))
            values.append(value)
            rewards.append(reward)
        return torch.stack(logps), torch.stack(values), rewards

    def learn(self, updates):
        for i in range(updates):
            logps, values, rewards = self.rollout()
            returns, g = [], 0.0
            for r in reversed(rewards):
                g = r + self.gamma * g
                returns.insert(0, g)
            returns = torch.tensor(returns)
            advantage = returns - values.detach()
            loss = -(logps * advantage).mean() + 0.5 * F.mse_loss(values, returns)
            self.optimizer.zero_grad()
            loss.backward()
            self.optimizer.step()
            nn.utils.clip_grad_norm_(self.net.parameters(), self.max_grad_norm)  # must: clip-grad-wrong-place
            if i % 50 == 0:
                print(i, sum(rewards))


torch.manual_seed(1)
A2C(gym.make("CartPole-v1")).learn(2000)
