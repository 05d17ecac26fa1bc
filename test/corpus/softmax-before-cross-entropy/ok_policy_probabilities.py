"""Actor-critic: the softmax feeds a distribution, the cross entropy is about something else."""
import torch
import torch.nn.functional as F
from torch import nn
from torch.distributions import Categorical


class ActorCritic(nn.Module):
    def __init__(self, obs, actions, n_rooms):
        super().__init__()
        self.shared = nn.Linear(obs, 128)
        self.pi = nn.Linear(128, actions)
        self.v = nn.Linear(128, 1)
        self.room = nn.Linear(128, n_rooms)

    def forward(self, x):
        h = F.relu(self.shared(x))
        return F.softmax(self.pi(h), dim=-1), self.v(h).squeeze(-1), self.room(h)


def update(model, opt, obs, actions, returns, rooms):
    probs, values, room_logits = model(obs)
    dist = Categorical(probs)
    advantage = returns - values.detach()
    policy = -(dist.log_prob(actions) * advantage).mean()
    value = F.smooth_l1_loss(values, returns)
    auxiliary = F.cross_entropy(room_logits, rooms)
    loss = policy + 0.5 * value + 0.1 * auxiliary - 0.01 * dist.entropy().mean()
    opt.zero_grad()
    loss.backward()
    opt.step()
    return loss.item()


def main(rollouts, obs, actions, n_rooms):
    torch.manual_seed(0)
    model = ActorCritic(obs, actions, n_rooms)
    opt = torch.optim.Adam(model.parameters(), lr=7e-4)
    for batch in rollouts:
        print(update(model, opt, *batch))
