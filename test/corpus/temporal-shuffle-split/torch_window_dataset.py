"""Turbine sensor: predict the next reading from the last ones with a small GRU."""
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset, random_split


@dataclass
class Settings:
    file: str = "turbine.npy"
    history: int = 48
    hidden: int = 64
    epochs: int = 10
    seed: int = 123


class WindowDataset(Dataset):
    def __init__(self, signal, history):
        self.signal = torch.as_tensor(signal, dtype=torch.float32)
        self.history = history

    def __len__(self):
        return self.signal.shape[0] - self.history

    def __getitem__(self, t):
        return self.signal[t : t + self.history], self.signal[t + self.history, 0]


class Forecaster(nn.Module):
    def __init__(self, channels, hidden):
        super().__init__()
        self.gru = nn.GRU(channels, hidden, batch_first=True)
        self.out = nn.Linear(hidden, 1)

    def forward(self, x):
        states, _ = self.gru(x)
        return self.out(states[:, -1]).squeeze(-1)


@torch.no_grad()
def mean_error(model, loader):
    model.eval()
    total = sum((model(x) - y).abs().sum().item() for x, y in loader)
    return total / len(loader.dataset)


def main(s=Settings()):
    torch.manual_seed(s.seed)
    signal = np.load(s.file)
    windows = WindowDataset(signal, s.history)
    n_test = int(0.2 * len(windows))
    train_part, test_part = random_split(windows, [len(windows) - n_test, n_test])  # must: temporal-shuffle-split
    train_loader = DataLoader(train_part, batch_size=128, shuffle=True)
    model = Forecaster(signal.shape[1], s.hidden)
    optim = torch.optim.Adam(model.parameters())
    for epoch in range(s.epochs):
        model.train()
        for x, y in train_loader:
            optim.zero_grad()
            nn.functional.smooth_l1_loss(model(x), y).backward()
            optim.step()
    print("test error", mean_error(model, DataLoader(test_part, batch_size=512)))


main()
