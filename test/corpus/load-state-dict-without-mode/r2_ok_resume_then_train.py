import os

import torch


class Session:
    def __init__(self, model, optimizer, file):
        self.model, self.optimizer, self.file = model, optimizer, file
        self.epoch = 0

    def resume(self):
        if os.path.exists(self.file):
            blob = torch.load(self.file, map_location="cpu", weights_only=True)
            self.model.load_state_dict(blob["model"])
            self.optimizer.load_state_dict(blob["optimizer"])
            self.epoch = blob["epoch"] + 1
        return self

    def fit(self, loader, until):
        for self.epoch in range(self.epoch, until):
            self.model.train()
            for x, y in loader:
                loss = torch.nn.functional.cross_entropy(self.model(x), y)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
            blob = {"model": self.model.state_dict(), "optimizer": self.optimizer.state_dict(), "epoch": self.epoch}
            torch.save(blob, self.file)
