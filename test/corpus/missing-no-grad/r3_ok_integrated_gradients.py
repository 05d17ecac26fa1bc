"""Attribution of a fraud score to its inputs; the gradients are what we are after."""
import numpy as np
import pandas as pd
import torch
from torch import nn

FEATURES = ["amount", "hour", "n_last_day", "distance_km", "age_of_card"]


def network():
    return nn.Sequential(nn.Linear(len(FEATURES), 64), nn.ReLU(), nn.Dropout(0.2), nn.Linear(64, 1))


def restore(path):
    net = network()
    net.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
    net.eval()
    return net


def attributions(net, row, baseline, steps=64):
    path = torch.linspace(0, 1, steps)[:, None] * (row - baseline) + baseline
    path.requires_grad_(True)
    score = net(path).sigmoid().sum()
    (grad,) = torch.autograd.grad(score, path)
    return (grad.mean(0) * (row - baseline)).numpy()


def explain(csv, weights):
    frame = pd.read_csv(csv)
    rows = torch.tensor(frame[FEATURES].to_numpy(np.float32))
    net = restore(weights)
    baseline = torch.zeros(len(FEATURES))
    with torch.no_grad():
        frame["score"] = net(rows).sigmoid().squeeze(1).numpy()
    for i, row in enumerate(rows):
        frame.loc[frame.index[i], FEATURES] = attributions(net, row, baseline)
    return frame


if __name__ == "__main__":
    explain("alerts.csv", "fraud.pt").to_csv("alerts_explained.csv", index=False)
