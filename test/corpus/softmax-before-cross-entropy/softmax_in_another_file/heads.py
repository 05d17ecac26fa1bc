from torch import nn


def make_head(dim, hidden, n_classes):
    return nn.Sequential(nn.Linear(dim, hidden), nn.ReLU(), nn.Linear(hidden, n_classes), nn.Softmax(dim=1))
