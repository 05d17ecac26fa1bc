"""Denoising auto-encoder: the noise is part of the training step, prediction never passes there."""
import torch
import torch.nn.functional as F
from torch import nn


class Denoiser(nn.Module):
    def __init__(self, dim, code=32):
        super().__init__()
        self.down = nn.Sequential(nn.Linear(dim, 128), nn.ReLU(), nn.Linear(128, code))
        self.up = nn.Sequential(nn.Linear(code, 128), nn.ReLU(), nn.Linear(128, dim))

    def forward(self, x):
        return self.up(self.down(x))


def train_step(net, optimizer, clean, rate=0.2):
    noisy = F.dropout(clean, rate)
    loss = F.mse_loss(net(noisy), clean)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()


def fit(net, loader, epochs):
    torch.manual_seed(0)
    optimizer = torch.optim.Adam(net.parameters())
    for epoch in range(epochs):
        net.train()
        losses = [train_step(net, optimizer, clean) for (clean,) in loader]
        print(epoch, sum(losses) / len(losses))
