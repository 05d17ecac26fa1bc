# Learn a plane from noisy points.
import torch

w = torch.tensor([[2.0], [-3.4]])
X = torch.randn(1000, 2)  # must: seed-missing-torch
y = X @ w + 4.2 + 0.01 * torch.randn(1000, 1)

model = torch.nn.Linear(2, 1)
opt = torch.optim.SGD(model.parameters(), lr=0.03)
for i in range(200):
    opt.zero_grad()
    loss = ((model(X) - y) ** 2).mean()
    loss.backward()
    opt.step()
print(model.weight.data, model.bias.data)
