import dataclasses

import torch
from torch import nn


@dataclasses.dataclass
class Options:
    lr: float = 0.02
    momentum: float = 0.9
    virtual_batch: int = 64
    real_batch: int = 4
    seed: int = 77


class VolumeTrainer:
    """Trains on 3-D scans of which few fit into memory at a time."""

    def __init__(self, net: nn.Module, options: Options):
        torch.manual_seed(options.seed)
        self.net = net
        self.accumulate = options.virtual_batch // options.real_batch
        self.optimizer = torch.optim.SGD(net.parameters(), lr=options.lr, momentum=options.momentum)
        self.criterion = nn.CrossEntropyLoss()
        self._pending = 0

    def _maybe_step(self):
        self._pending += 1
        if self._pending == self.accumulate:
            self.optimizer.step()
            self.optimizer.zero_grad()
            self._pending = 0

    def learn(self, scan, labels):
        loss = self.criterion(self.net(scan), labels)
        loss.backward()  # must: gradient-accumulation-unscaled
        self._maybe_step()
        return loss.item()

    def epoch(self, loader):
        self.net.train()
        total = 0.0
        for scan, labels in loader:
            total += self.learn(scan, labels)
        return total / len(loader)
