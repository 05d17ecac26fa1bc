import os

import torch
from torch import nn


class Trainer:
    def __init__(self, model, out, resume=None):
        self.model, self.out = model, out
        self.optimizer = torch.optim.AdamW(model.parameters(), lr=3e-4)
        self.scheduler = torch.optim.lr_scheduler.ExponentialLR(self.optimizer, 0.98)
        self.epoch, self.best = 0, 0.0
        if resume is not None:
            self.load_state(torch.load(resume, map_location="cpu", weights_only=True))

    def state(self):
        parts = {name: getattr(self, name).state_dict() for name in ("model", "optimizer", "scheduler")}
        return {**parts, "epoch": self.epoch, "best": self.best}

    def load_state(self, state):
        for name in ("model", "optimizer", "scheduler"):
            getattr(self, name).load_state_dict(state[name])
        self.epoch, self.best = state["epoch"] + 1, state["best"]

    def evaluate(self, loader):
        self.model.eval()
        with torch.no_grad():
            return sum((self.model(x).argmax(1) == y).sum().item() for x, y in loader) / len(loader.dataset)

    def fit(self, loader, val_loader, epochs):
        torch.manual_seed(0)
        ce = nn.CrossEntropyLoss()
        for self.epoch in range(self.epoch, epochs):
            self.model.train()
            for x, y in loader:
                self.optimizer.zero_grad()
                ce(self.model(x), y).backward()
                self.optimizer.step()
            self.scheduler.step()
            acc = self.evaluate(val_loader)
            if acc > self.best:
                self.best = acc
                torch.save(self.model.state_dict(), os.path.join(self.out, "best.pt"))
            torch.save(self.state(), os.path.join(self.out, "last.pt"))
