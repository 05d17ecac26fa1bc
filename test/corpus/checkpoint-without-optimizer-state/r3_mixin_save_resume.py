import os

import torch
from torch import nn


class Resumable:
    """Gives a trainer `save` and `resume`."""

    path = "last.ckpt"

    def save(self):
        temporary = self.path + ".part"
        torch.save(dict(epoch=self.epoch, model=self.model.state_dict(), history=self.history), temporary)  # must: checkpoint-without-optimizer-state
        os.replace(temporary, self.path)

    def resume(self):
        if not os.path.exists(self.path):
            return
        content = torch.load(self.path, map_location=self.device, weights_only=True)
        self.model.load_state_dict(content["model"])
        self.history = content["history"]
        self.epoch = content["epoch"] + 1


class SpectrumTrainer(Resumable):
    def __init__(self, model: nn.Module, device="cpu"):
        torch.manual_seed(28)
        self.device = device
        self.model = model.to(device)
        self.optimizer = torch.optim.AdamW(self.model.parameters(), lr=1e-3, weight_decay=1e-2)
        self.epoch, self.history = 0, []

    def train(self, loader, epochs):
        self.resume()
        while self.epoch < epochs:
            self.model.train()
            total = 0.0
            for spectrum, amount in loader:
                self.optimizer.zero_grad()
                loss = nn.functional.mse_loss(self.model(spectrum.to(self.device)), amount.to(self.device))
                loss.backward()
                self.optimizer.step()
                total += loss.item()
            self.history.append(total / len(loader))
            self.save()
            self.epoch += 1
