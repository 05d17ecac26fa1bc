"""Concrete strength with a small network, everything in one class."""
from dataclasses import dataclass

import numpy as np
import pandas as pd
import torch
from sklearn.model_selection import train_test_split
from torch import nn


@dataclass
class Config:
    path: str = "concrete.csv"
    epochs: int = 300
    lr: float = 1e-3
    seed: int = 42


class Experiment:
    def __init__(self, cfg: Config):
        self.cfg = cfg
        torch.manual_seed(cfg.seed)
        table = pd.read_csv(cfg.path)
        self.target = table.pop("strength").to_numpy(dtype=np.float32)
        self.inputs = table.to_numpy(dtype=np.float32)
        self.net = nn.Sequential(nn.Linear(self.inputs.shape[1], 32), nn.Tanh(), nn.Linear(32, 1))

    def normalise(self):
        mu = self.inputs.mean(axis=0)  # must: self-statistic-before-split
        sigma = self.inputs.std(axis=0)
        self.inputs = (self.inputs - mu) / (sigma + 1e-8)

    def divide(self):
        parts = train_test_split(self.inputs, self.target, random_state=self.cfg.seed)
        self.x_tr, self.x_te, self.y_tr, self.y_te = map(torch.from_numpy, parts)

    def fit(self):
        opt = torch.optim.Adam(self.net.parameters(), lr=self.cfg.lr)
        for _ in range(self.cfg.epochs):
            opt.zero_grad()
            loss = nn.functional.mse_loss(self.net(self.x_tr).squeeze(-1), self.y_tr)
            loss.backward()
            opt.step()

    @torch.no_grad()
    def score(self):
        self.net.eval()
        return nn.functional.mse_loss(self.net(self.x_te).squeeze(-1), self.y_te).item() ** 0.5


def main():
    exp = Experiment(Config())
    exp.normalise()
    exp.divide()
    exp.fit()
    print("RMSE", exp.score())


main()
