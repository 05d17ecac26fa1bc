import os

import torch
from torch import nn


class Trainer:
    def __init__(self, model: nn.Module, workdir, lr=1e-3):
        if torch.cuda.is_available():
            self.device = torch.device("cuda")
        else:
            self.device = torch.device("cpu")
        self.model = model.to(self.device)
        self.optimizer = torch.optim.Adam(self.model.parameters(), lr=lr)
        self.path = os.path.join(workdir, "last.ckpt")
        self.epoch = 0

    def save(self):
        blob = {"model": self.model.state_dict(), "optimizer": self.optimizer.state_dict(), "epoch": self.epoch}
        torch.save(blob, self.path)

    def resume(self):
        if not os.path.exists(self.path):
            return
        blob = torch.load(self.path, weights_only=True)  # must: torch-load-no-map-location
        self.model.load_state_dict(blob["model"])
        self.optimizer.load_state_dict(blob["optimizer"])
        self.epoch = blob["epoch"]

    def fit(self, loader, epochs):
        self.resume()
        while self.epoch < epochs:
            self.model.train()
            for x, y in loader:
                self.optimizer.zero_grad()
                nn.functional.mse_loss(self.model(x.to(self.device)), y.to(self.device)).backward()
                self.optimizer.step()
            self.epoch += 1
            self.save()
