import torch
from accelerate import Accelerator
from accelerate.utils import set_seed
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

set_seed(5)
accelerator = Accelerator()
x = torch.randn(4096, 8)
loader = DataLoader(TensorDataset(x, x.pow(2).sum(1)), batch_size=128, shuffle=True)
model = nn.Sequential(nn.Linear(8, 64), nn.GELU(), nn.Linear(64, 1))
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
model, optimizer, loader = accelerator.prepare(model, optimizer, loader)
model.train()
for epoch in range(3):
    for xb, yb in loader:
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(xb).squeeze(1), yb)
        accelerator.backward(loss)
        optimizer.step()
    accelerator.print(epoch, loss.item())
