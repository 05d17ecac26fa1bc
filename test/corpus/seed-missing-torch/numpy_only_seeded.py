"""numpy is seeded, torch is not."""
import numpy as np
import torch
from torch import nn

np.random.seed(0)
angles = np.random.uniform(0, 2 * np.pi, size=(500, 1)).astype("float32")
x, y = torch.from_numpy(angles), torch.from_numpy(np.sin(angles))

net = nn.Sequential(nn.Linear(1, 32), nn.Tanh(), nn.Linear(32, 1))  # must: seed-missing-torch
adam = torch.optim.Adam(net.parameters(), lr=0.01)
for _ in range(1000):
    adam.zero_grad()
    loss = nn.functional.mse_loss(net(x), y)
    loss.backward()
    adam.step()
print(loss.item())
