"""Both losses add to one gradient on purpose; every optimizer is cleared once a step."""
import torch
import torch.nn.functional as F
from torch import nn


class Sac:
    def __init__(self, actor, critic, target, lr=3e-4):
        self.actor, self.critic, self.target = actor, critic, target
        self.actor_opt = torch.optim.Adam(actor.parameters(), lr=lr)
        self.critic_opt = torch.optim.Adam(critic.parameters(), lr=lr)
        self.log_alpha = torch.zeros(1, requires_grad=True)
        self.alpha_opt = torch.optim.Adam([self.log_alpha], lr=lr)

    def update(self, batch, gamma=0.99):
        s, a, r, s2, done = batch
        with torch.no_grad():
            a2, logp2 = self.actor(s2)
            goal = r + gamma * (1 - done) * (self.target(s2, a2) - self.log_alpha.exp() * logp2)
        q_loss = F.mse_loss(self.critic(s, a), goal)
        self.critic_opt.zero_grad()
        q_loss.backward()
        self.critic_opt.step()

        new_a, logp = self.actor(s)
        pi_loss = (self.log_alpha.exp().detach() * logp - self.critic(s, new_a)).mean()
        self.actor_opt.zero_grad()
        pi_loss.backward()
        self.actor_opt.step()

        alpha_loss = -(self.log_alpha * (logp.detach() - 1.0)).mean()
        self.alpha_opt.zero_grad()
        alpha_loss.backward()
        self.alpha_opt.step()


def two_losses(model, labelled, unlabelled, opt):
    for (x, y), u in zip(labelled, unlabelled):
        opt.zero_grad()
        F.cross_entropy(model(x), y).backward()
        probs = model(u).softmax(-1)
        consistency = -(probs * probs.clamp_min(1e-8).log()).sum(-1).mean()
        (0.1 * consistency).backward()
        opt.step()


def single_backward(model, x):
    """A gradient report: one backward pass, no optimizer."""
    model(x).sum().backward()
    return {name: p.grad.norm().item() for name, p in model.named_parameters()}


def main(labelled, unlabelled):
    torch.manual_seed(0)
    model = nn.Linear(32, 4)
    two_losses(model, labelled, unlabelled, torch.optim.Adam(model.parameters()))
