import contextlib

import torch
from torch import nn


class TwoTower:
    def __init__(self, users, items, dim, device):
        self.models = {
            "user": nn.Sequential(nn.Embedding(users, dim), nn.Dropout(0.2), nn.Linear(dim, dim)).to(device),
            "item": nn.Sequential(nn.Embedding(items, dim), nn.Dropout(0.2), nn.Linear(dim, dim)).to(device),
        }
        self.user, self.item = self.models["user"], self.models["item"]
        self.optimizer = torch.optim.Adagrad([p for m in self.models.values() for p in m.parameters()], lr=0.05)

    def set_mode(self, training):
        for module in self.models.values():
            module.train(training)

    def score(self, u, i):
        return (self.user(u) * self.item(i)).sum(-1)

    def fit_epoch(self, loader):
        self.set_mode(True)
        for u, i, y in loader:
            self.optimizer.zero_grad()
            loss = nn.functional.binary_cross_entropy_with_logits(self.score(u, i), y)
            loss.backward()
            self.optimizer.step()

    def evaluate(self, loader):
        self.set_mode(False)
        hits = n = 0
        with torch.no_grad():
            for u, i, y in loader:
                hits += ((self.score(u, i) > 0) == y.bool()).sum().item()
                n += len(y)
        return hits / n


@contextlib.contextmanager
def evaluating(*modules):
    before = [m.training for m in modules]
    try:
        for m in modules:
            m.eval()
        with torch.no_grad():
            yield
    finally:
        for m, mode in zip(modules, before):
            m.train(mode)


def embed_catalogue(tower, item_ids):
    with evaluating(tower.item):
        return torch.cat([tower.item(chunk) for chunk in item_ids.split(1024)])
