import math

import torch
from torch import nn

torch.manual_seed(0)
net = nn.Linear(10, 1)
sgd = torch.optim.SGD(net.parameters(), lr=0.01)
x, y = torch.randn(256, 10), torch.randn(256, 1)

for step in range(100):
    sgd.zero_grad()
    loss = nn.functional.mse_loss(net(x), y)
    value = loss.item()
    if math.isnan(value) or value != value or value == float("inf") or torch.isnan(loss):
        raise RuntimeError(f"loss is {value} at step {step}")
    loss.backward()
    sgd.step()
print("last loss", loss.item())
