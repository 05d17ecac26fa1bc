from torch import nn


def tabular(columns, hidden=(128, 64)):
    layers, width = [], columns
    for h in hidden:
        layers += [nn.Linear(width, h), nn.BatchNorm1d(h), nn.ReLU(), nn.Dropout(0.2)]
        width = h
    return nn.Sequential(*layers, nn.Linear(width, 1))
