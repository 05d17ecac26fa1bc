"""CycleGAN-like: both schedules are stepped at the top of the epoch."""
import itertools

import torch
import torch.nn.functional as F
from torch.optim.lr_scheduler import LambdaLR


def linear_decay(start, total):
    return lambda epoch: 1.0 - max(0, epoch - start) / float(total - start + 1)


def train(g_ab, g_ba, d_a, d_b, loader, epochs=200):
    torch.manual_seed(0)
    opt_g = torch.optim.Adam(itertools.chain(g_ab.parameters(), g_ba.parameters()), lr=2e-4)
    opt_d = torch.optim.Adam(itertools.chain(d_a.parameters(), d_b.parameters()), lr=2e-4)
    sched_g = LambdaLR(opt_g, lr_lambda=linear_decay(100, epochs))
    sched_d = LambdaLR(opt_d, lr_lambda=linear_decay(100, epochs))
    for epoch in range(epochs):
        sched_g.step()  # must: scheduler-before-optimizer
        for a, b in loader:
            fake_b, fake_a = g_ab(a), g_ba(b)
            cycle = F.l1_loss(g_ba(fake_b), a) + F.l1_loss(g_ab(fake_a), b)
            fooled = (d_b(fake_b) - 1).pow(2).mean() + (d_a(fake_a) - 1).pow(2).mean()
            loss_g = fooled + 10.0 * cycle
            opt_g.zero_grad()
            loss_g.backward()
            opt_g.step()

            real = (d_a(a) - 1).pow(2).mean() + (d_b(b) - 1).pow(2).mean()
            fake = d_a(fake_a.detach()).pow(2).mean() + d_b(fake_b.detach()).pow(2).mean()
            loss_d = 0.5 * (real + fake)
            opt_d.zero_grad()
            loss_d.backward()
            opt_d.step()
        sched_d.step()
