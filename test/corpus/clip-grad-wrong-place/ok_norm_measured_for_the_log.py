"""Zeroing at the end of the iteration and a norm that is only looked at."""
import math

import torch
from torch import nn


def grad_norm(parameters):
    squares = [p.grad.detach().pow(2).sum().item() for p in parameters if p.grad is not None]
    return math.sqrt(sum(squares))


def fit(net, batches, writer, steps, clip=5.0):
    torch.manual_seed(0)
    opt = torch.optim.Adam(net.parameters(), lr=1e-3)
    mse = nn.MSELoss()
    net.train()
    opt.zero_grad()
    for step, (x, y) in zip(range(steps), batches):
        mse(net(x), y).backward()
        before = grad_norm(net.parameters())
        nn.utils.clip_grad_norm_(net.parameters(), clip)
        opt.step()
        after = grad_norm(net.parameters())
        opt.zero_grad()
        writer.add_scalars("grad_norm", {"before": before, "after": after}, step)
