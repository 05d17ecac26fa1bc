"""A simulator unrolled for some steps: the loss of a rollout is a sum on purpose, the log is not."""
import torch
from torch import nn
import torch.nn.functional as F


class Meter:
    def __init__(self):
        self.values = []

    def update(self, value):
        self.values.append(value.detach().cpu())

    @property
    def mean(self):
        return torch.stack(self.values).mean().item()


def rollout_loss(model, states):
    guess, total = states[:, 0], 0.0
    for t in range(1, states.shape[1]):
        guess = guess + model(guess)
        total = total + F.mse_loss(guess, states[:, t])
    return total / (states.shape[1] - 1)


def train(loader, size, epochs=30):
    torch.manual_seed(90)
    model = nn.Sequential(nn.Linear(size, 256), nn.ELU(), nn.Linear(256, size))
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    for epoch in range(epochs):
        model.train()
        meter, per_term = Meter(), {"rollout": 0.0, "energy": 0.0}
        for states in loader:
            losses = {"rollout": rollout_loss(model, states)}
            losses["energy"] = sum(w.pow(2).mean() for w in model.parameters())
            loss = losses["rollout"] + 1e-4 * losses["energy"]
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            meter.update(loss)
            for name in per_term:
                per_term[name] += losses[name].item()
        print(epoch, meter.mean, per_term)
    return model
