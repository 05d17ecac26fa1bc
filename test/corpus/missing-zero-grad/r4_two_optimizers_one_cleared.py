"""Actor and critic on logged sessions (offline)."""
import torch
from torch import nn
from torch.distributions import Categorical


def mlp(*sizes):
    layers = []
    for a, b in zip(sizes, sizes[1:]):
        layers += [nn.Linear(a, b), nn.ReLU()]
    return nn.Sequential(*layers[:-1])


class ActorCritic:
    def __init__(self, states, actions):
        self.actor, self.critic = mlp(states, 128, actions), mlp(states, 128, 1)
        self.actor_opt = torch.optim.Adam(self.actor.parameters(), lr=3e-4)
        self.critic_opt = torch.optim.Adam(self.critic.parameters(), lr=1e-3)

    def learn_value(self, state, returns):
        value = self.critic(state).squeeze(-1)
        loss = nn.functional.mse_loss(value, returns)
        loss.backward()  # must: missing-zero-grad
        self.critic_opt.step()
        return returns - value.detach()

    def learn_policy(self, state, action, advantage):
        self.actor_opt.zero_grad()
        policy = Categorical(logits=self.actor(state))
        loss = -(policy.log_prob(action) * advantage).mean() - 0.01 * policy.entropy().mean()
        loss.backward()
        self.actor_opt.step()


def train(loader, states, actions, epochs):
    torch.manual_seed(90)
    agent = ActorCritic(states, actions)
    for _ in range(epochs):
        for state, action, returns in loader:
            advantage = agent.learn_value(state, returns)
            agent.learn_policy(state, action, advantage)
    return agent
