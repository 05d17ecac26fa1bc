import torch
from torch import nn
import torch.nn.functional as F


class Continual(nn.Module):
    def __init__(self, dim, classes):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(dim, 128), nn.ReLU())
        self.fc = nn.Linear(128, classes)

    def forward(self, x):
        return self.fc(self.body(x))


def widened(old, extra):
    new = nn.Linear(old.in_features, old.out_features + extra)
    with torch.no_grad():
        new.weight[: old.out_features] = old.weight
        new.bias[: old.out_features] = old.bias
    return new


def learn(tasks, dim):
    net = Continual(dim, tasks[0].classes)
    opt = torch.optim.SGD(net.parameters(), lr=0.05)
    for n, task in enumerate(tasks):
        if n > 0:
            net.fc = widened(net.fc, task.classes)  # must: model-moved-after-optimizer
        for x, y in task.loader:
            loss = F.cross_entropy(net(x), y)
            opt.zero_grad()
            loss.backward()
            opt.step()
    return net
