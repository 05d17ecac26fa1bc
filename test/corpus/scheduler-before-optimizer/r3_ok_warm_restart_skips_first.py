import torch
from torch import nn, optim


class Schedule:
    """A rate per round; `advance` is called when a round begins, and does nothing at the first."""

    def __init__(self, optimizer, gamma):
        self.decay = optim.lr_scheduler.ExponentialLR(optimizer, gamma)
        self.started = False

    def advance(self):
        if self.started:
            self.decay.step()
        self.started = True


def play(env, policy):
    log_probs, rewards, state, done = [], [], env.reset(), False
    while not done:
        dist = torch.distributions.Categorical(logits=policy(torch.as_tensor(state, dtype=torch.float32)))
        action = dist.sample()
        state, reward, done = env.step(action.item())
        log_probs.append(dist.log_prob(action))
        rewards.append(reward)
    returns, g = [], 0.0
    for r in reversed(rewards):
        g = r + 0.99 * g
        returns.insert(0, g)
    return torch.stack(log_probs), torch.tensor(returns)


def reinforce(env, rounds=400):
    torch.manual_seed(15)
    policy = nn.Sequential(nn.Linear(4, 64), nn.Tanh(), nn.Linear(64, 2))
    optimizer = optim.Adam(policy.parameters(), lr=1e-2)
    schedule = Schedule(optimizer, 0.995)
    for n in range(rounds):
        schedule.advance()
        log_probs, returns = play(env, policy)
        loss = -(log_probs * (returns - returns.mean())).sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if n % 50 == 0:
            print(n, returns[0].item())
    return policy
