from torch import nn


def matcher(dim):
    return nn.Sequential(nn.Linear(2 * dim, 128), nn.ReLU(), nn.Linear(128, 1))
