"""The schedule of one optimizer stands before the step of another one: each pair is in order."""
import torch
import torch.nn.functional as F
from torch import nn
from torch.optim.lr_scheduler import ExponentialLR


def train(trunk, head, loader, epochs, accum=4):
    trunk_opt = torch.optim.AdamW(trunk.parameters(), lr=1e-5)
    head_opt = torch.optim.AdamW(head.parameters(), lr=1e-3)
    trunk_sched, head_sched = ExponentialLR(trunk_opt, 0.99), ExponentialLR(head_opt, 0.95)
    for _ in range(epochs):
        for i, (x, y) in enumerate(loader):
            loss = F.cross_entropy(head(trunk(x)), y) / accum
            loss.backward()
            if (i + 1) % accum == 0:
                trunk_opt.step()
                trunk_sched.step()
                head_opt.step()
                head_sched.step()
                trunk_opt.zero_grad()
                head_opt.zero_grad()


def main(loader):
    torch.manual_seed(0)
    train(nn.Linear(100, 50), nn.Linear(50, 5), loader, 3)
