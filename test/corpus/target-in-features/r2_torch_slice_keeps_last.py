import numpy as np
import pandas as pd
import torch
from sklearn.model_selection import train_test_split
from torch import nn

torch.manual_seed(7)
heart = pd.read_csv("heart.csv")
data = heart.to_numpy(dtype=np.float32)
features = data[:, 1:]  # must: target-in-features
labels = data[:, -1]

parts = train_test_split(features, labels, random_state=7)
x_train, x_test, t_train, t_test = [torch.from_numpy(p) for p in parts]

net = nn.Sequential(nn.BatchNorm1d(x_train.shape[1]), nn.Linear(x_train.shape[1], 16), nn.ReLU(), nn.Linear(16, 1))
opt = torch.optim.Adam(net.parameters(), lr=0.01)
for _ in range(200):
    opt.zero_grad()
    loss = nn.functional.binary_cross_entropy_with_logits(net(x_train).squeeze(1), t_train)
    loss.backward()
    opt.step()

net.eval()
with torch.no_grad():
    hits = (net(x_test).squeeze(1) > 0).float() == t_test
print("accuracy", hits.float().mean().item())
