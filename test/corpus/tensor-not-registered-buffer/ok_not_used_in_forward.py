"""Tensors that are there for init, for the report or for numbers only, and a class that is no module."""
import torch
from torch import nn


class Ordinal(nn.Module):
    def __init__(self, n_in, class_counts):
        super().__init__()
        counts = torch.as_tensor(class_counts, dtype=torch.float32)
        self.prior = (counts / counts.sum()).tolist()
        self.n_classes = torch.tensor(class_counts).numel()
        self.linear = nn.Linear(n_in, self.n_classes)
        init = torch.zeros(self.n_classes)
        with torch.no_grad():
            self.linear.bias.copy_(init + counts.log())
        self.history = torch.zeros(1000)

    def record(self, step, loss):
        self.history[step % 1000] = float(loss)

    def forward(self, x):
        return self.linear(x)


class Replay:
    def __init__(self, size, obs_dim, device):
        self.obs = torch.zeros(size, obs_dim, device=device)
        self.rewards = torch.zeros(size, device=device)
        self.at = 0

    def forward(self, indices):
        return self.obs[indices], self.rewards[indices]
