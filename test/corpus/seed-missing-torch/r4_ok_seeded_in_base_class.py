"""Every experiment of ours seeds itself in the base class."""
import random

import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


class Experiment:
    seed = 1234

    def __init__(self):
        random.seed(self.seed)
        np.random.seed(self.seed)
        torch.manual_seed(self.seed)

    def run(self):
        raise NotImplementedError


class Toy(Experiment):
    def run(self, epochs=200):
        x = torch.rand(512, 2)
        y = (x.prod(1, keepdim=True) > 0.25).float()
        loader = DataLoader(TensorDataset(x, y), batch_size=32, shuffle=True)
        net = nn.Sequential(nn.Linear(2, 16), nn.Tanh(), nn.Linear(16, 1))
        optimizer = torch.optim.Adam(net.parameters(), lr=1e-2)
        for _ in range(epochs):
            for xb, yb in loader:
                optimizer.zero_grad()
                nn.functional.binary_cross_entropy_with_logits(net(xb), yb).backward()
                optimizer.step()
        return net


if __name__ == "__main__":
    Toy().run()
