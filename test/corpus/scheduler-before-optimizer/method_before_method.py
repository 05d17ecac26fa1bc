import torch
import torch.nn as nn
from torch.optim.lr_scheduler import CosineAnnealingWarmRestarts


class Solver:
    def __init__(self, net, loader):
        self.net = net
        self.loader = loader
        self.optim = torch.optim.Adam(net.parameters(), lr=1e-3)
        self.lr_scheduler = CosineAnnealingWarmRestarts(self.optim, T_0=10)
        self.loss = nn.L1Loss()

    def train_epoch(self):
        self.net.train()
        for x, y in self.loader:
            self.optim.zero_grad()
            self.loss(self.net(x), y).backward()
            self.optim.step()

    def solve(self, epochs):
        for epoch in range(epochs):
            self.lr_scheduler.step()  # must: scheduler-before-optimizer
            self.train_epoch()
            print(epoch, self.lr_scheduler.get_last_lr())


def main(loader):
    torch.manual_seed(0)
    Solver(nn.Sequential(nn.Linear(6, 24), nn.SiLU(), nn.Linear(24, 1)), loader).solve(100)
