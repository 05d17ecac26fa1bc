import torch
import torch.nn as nn
from torch import inference_mode, no_grad


class Trainer:
    def __init__(self, model, loaders, lr):
        self.model = model
        self.loaders = loaders
        self.opt = torch.optim.Adam(self.model.parameters(), lr=lr)
        self.loss = nn.MSELoss()

    def train_epoch(self):
        self.model.train()
        for x, y in self.loaders["train"]:
            self.opt.zero_grad()
            self.loss(self.model(x), y).backward()
            self.opt.step()

    @no_grad()
    def validate(self):
        self.model.eval()
        return sum(self.loss(self.model(x), y).item() for x, y in self.loaders["val"]) / len(self.loaders["val"])

    @inference_mode()
    def test(self):
        self.model.eval()
        out = []
        for x, _ in self.loaders["test"]:
            out.append(self.model(x).cpu())
        return torch.cat(out)

    @torch.inference_mode(mode=True)
    def predict_one(self, x):
        self.model.eval()
        return self.model(x[None])[0]

    @torch.no_grad
    def embed(self, loader):
        self.model.eval()
        return [self.model(x) for x, _ in loader]
