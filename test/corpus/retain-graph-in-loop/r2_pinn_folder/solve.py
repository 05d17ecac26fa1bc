# main
import argparse

import torch
from torch import nn

from physics import residual


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--iters", type=int, default=20_000)
    p.add_argument("--nu", type=float, default=0.01)
    a = p.parse_args()
    torch.manual_seed(1)
    net = nn.Sequential(nn.Linear(2, 50), nn.Tanh(), nn.Linear(50, 50), nn.Tanh(), nn.Linear(50, 1))
    opt = torch.optim.Adam(net.parameters(), lr=1e-3)
    for it in range(a.iters):
        inside = torch.rand(2048, 2).requires_grad_()
        start = torch.rand(256, 2) * torch.tensor([1.0, 0.0])
        physics = residual(net, inside, a.nu).pow(2).mean()
        initial = (net(start)[:, 0] + torch.sin(torch.pi * start[:, 0])).pow(2).mean()
        loss = physics + 10 * initial
        opt.zero_grad()
        loss.backward(retain_graph=True)  # must: retain-graph-in-loop
        opt.step()
        if it % 1000 == 0:
            print(it, loss.item())


if __name__ == "__main__":
    main()
