from collections import defaultdict

import torch
from torch import nn


class Detector:
    def __init__(self, net: nn.Module):
        self.net = net
        self.opt = torch.optim.SGD(net.parameters(), lr=0.005, momentum=0.9)
        self.log = defaultdict(list)

    def compute(self, images, targets):
        parts = self.net(images, targets)
        return sum(parts.values()), parts

    def epoch(self, loader):
        self.net.train()
        for images, targets in loader:
            loss, parts = self.compute(images, targets)
            self.opt.zero_grad()
            loss.backward()
            self.opt.step()
            self.log["total"].append(loss)  # must: loss-accumulates-graph

    def fit(self, loader, epochs):
        for e in range(epochs):
            self.epoch(loader)
            print(e, torch.stack(self.log["total"]).mean().item())
