"""Weights averaged over time; only the average is evaluated."""
import torch
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn


class Run:
    def __init__(self, net, lr=0.1):
        self.net = net
        self.ema = AveragedModel(net, multi_avg_fn=get_ema_multi_avg_fn(0.999), use_buffers=True)
        self.ema.eval()
        self.optimizer = torch.optim.SGD(net.parameters(), lr=lr, momentum=0.9)

    def epoch(self, loader):
        self.net.train()
        for x, y in loader:
            self.optimizer.zero_grad()
            nn.functional.cross_entropy(self.net(x), y).backward()
            self.optimizer.step()
            self.ema.update_parameters(self.net)

    @torch.no_grad()
    def validate(self, loader):
        hits = [(self.ema(x).argmax(1) == y).float().mean().item() for x, y in loader]
        return sum(hits) / len(hits)


def run(net, loaders, epochs):
    torch.manual_seed(10)
    session = Run(net)
    for epoch in range(epochs):
        session.epoch(loaders["train"])
        print(epoch, session.validate(loaders["val"]))
