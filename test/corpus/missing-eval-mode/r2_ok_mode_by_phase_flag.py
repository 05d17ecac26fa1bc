import torch
from torch import nn


class Runner:
    def __init__(self, model: nn.Module, optimizer: torch.optim.Optimizer, loaders: dict):
        self.model, self.optimizer, self.loaders = model, optimizer, loaders
        self.criterion = nn.SmoothL1Loss()

    def run_epoch(self, phase: str) -> float:
        training = phase == "train"
        self.model.train(training)
        total, count = 0.0, 0
        with torch.set_grad_enabled(training):
            for x, y in self.loaders[phase]:
                loss = self.criterion(self.model(x), y)
                if training:
                    self.optimizer.zero_grad()
                    loss.backward()
                    self.optimizer.step()
                total += loss.item() * len(x)
                count += len(x)
        return total / count

    def fit(self, epochs: int) -> None:
        for epoch in range(epochs):
            print(epoch, {phase: self.run_epoch(phase) for phase in ("train", "val")})


def tabular_net(width: int) -> nn.Module:
    return nn.Sequential(nn.Linear(width, 64), nn.BatchNorm1d(64), nn.ReLU(), nn.Dropout(0.2), nn.Linear(64, 1))
