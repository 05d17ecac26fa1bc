import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(0)
x = torch.randn(2048, 5)
w = torch.tensor([[1.5], [-2.0], [0.5], [0.0], [3.0]])
y = x @ w + 0.1 * torch.randn(2048, 1)
loader = DataLoader(TensorDataset(x, y), batch_size=64, shuffle=True)

model = nn.Linear(5, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=1e-3)
loss_fn = nn.MSELoss()

for epoch in range(50):
    epoch_loss = 0.0
    for xb, yb in loader:
        loss = loss_fn(model(xb), yb)
        loss.backward()  # must: missing-zero-grad
        optimizer.step()
        epoch_loss += loss.item()
    print(epoch, epoch_loss / len(loader))
