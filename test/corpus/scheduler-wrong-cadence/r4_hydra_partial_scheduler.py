"""Keyword spotting; optimizer and schedule come from partials in the config."""
from dataclasses import dataclass, field
from functools import partial
from typing import Callable

import torch
from torch import nn
from torch.optim.lr_scheduler import MultiStepLR


@dataclass
class Config:
    epochs: int = 90
    lr: float = 0.1
    seed: int = 20
    optimizer: Callable = field(default_factory=lambda: partial(torch.optim.SGD, momentum=0.9, weight_decay=1e-4))
    milestones: tuple = (30, 60, 80)


class Runner:
    def __init__(self, cfg: Config, model: nn.Module):
        torch.manual_seed(cfg.seed)
        self.cfg = cfg
        self.model = model
        self.optimizer = cfg.optimizer(model.parameters(), lr=cfg.lr)
        self.scheduler = MultiStepLR(self.optimizer, milestones=list(cfg.milestones), gamma=0.1)
        self.criterion = nn.CrossEntropyLoss()

    def batch(self, x, y):
        self.optimizer.zero_grad()
        loss = self.criterion(self.model(x), y)
        loss.backward()
        self.optimizer.step()
        self.scheduler.step()  # must: scheduler-wrong-cadence
        return loss.item()

    def epoch(self, loader):
        self.model.train()
        losses = [self.batch(x, y) for x, y in loader]
        return sum(losses) / len(losses)

    def run(self, loader):
        for epoch in range(self.cfg.epochs):
            print(f"epoch {epoch}/{self.cfg.epochs}: {self.epoch(loader):.4f}")
