"""The series is cut first; only the windows of the past are shuffled while learning."""
import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(4)


def windows(values, width):
    view = np.lib.stride_tricks.sliding_window_view(values, width + 1)
    return torch.tensor(view[:, :-1].copy()), torch.tensor(view[:, -1].copy())


series = np.loadtxt("river_level.txt", dtype=np.float32)
cut = int(len(series) * 0.8)
past, future = series[:cut], series[cut:]
mean, std = past.mean(), past.std()
train = TensorDataset(*windows((past - mean) / std, 36))
test_x, test_y = windows((future - mean) / std, 36)

net = nn.Sequential(nn.Linear(36, 64), nn.ReLU(), nn.Linear(64, 1))
opt = torch.optim.AdamW(net.parameters(), lr=1e-3)
for epoch in range(30):
    net.train()
    for x, y in DataLoader(train, batch_size=64, shuffle=True):
        opt.zero_grad()
        loss = nn.functional.mse_loss(net(x)[:, 0], y)
        loss.backward()
        opt.step()

net.eval()
with torch.no_grad():
    rmse = (net(test_x)[:, 0] - test_y).square().mean().sqrt().item() * std
print("rmse", rmse, "last value", (test_x[:, -1] - test_y).square().mean().sqrt().item() * std)
