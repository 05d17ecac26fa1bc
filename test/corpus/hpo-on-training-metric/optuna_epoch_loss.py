"""Search over the width and the rate of a small network; the study gets the loss of the last training epoch."""
import logging

import optuna
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

LOG = logging.getLogger(__name__)


class Search:
    def __init__(self, data: TensorDataset, device="cpu"):
        self.loader = DataLoader(data, batch_size=128, shuffle=True)
        self.n_in = data.tensors[0].shape[1]
        self.device = device

    def build(self, trial):
        width = trial.suggest_categorical("width", [32, 64, 128])
        return nn.Sequential(nn.Linear(self.n_in, width), nn.ReLU(), nn.Linear(width, 1), nn.Flatten(0)).to(self.device)

    def train_epoch(self, net, opt):
        net.train()
        total = 0.0
        for x, y in self.loader:
            opt.zero_grad()
            loss = nn.functional.mse_loss(net(x.to(self.device)), y.to(self.device))
            loss.backward()
            opt.step()
            total += loss.item()
        return total / len(self.loader)

    def __call__(self, trial):
        torch.manual_seed(0)
        net = self.build(trial)
        opt = torch.optim.Adam(net.parameters(), lr=trial.suggest_float("lr", 1e-5, 1e-1, log=True))
        for epoch in range(15):
            epoch_loss = self.train_epoch(net, opt)
            LOG.info("trial %d epoch %d loss %.4f", trial.number, epoch, epoch_loss)
        return epoch_loss  # must: hpo-on-training-metric


def run(data):
    study = optuna.create_study(direction="minimize")
    study.optimize(Search(data), n_trials=30)
    return study.best_params
