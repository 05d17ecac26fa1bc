"""Nothing here behaves differently in training: no dropout, no batch norm."""
import torch
from torch import nn


class Autoencoder(nn.Module):
    def __init__(self, d, k):
        super().__init__()
        self.enc = nn.Sequential(nn.Linear(d, 64), nn.Tanh(), nn.Linear(64, k))
        self.dec = nn.Sequential(nn.Linear(k, 64), nn.Tanh(), nn.Linear(64, d))
        self.norm = nn.LayerNorm(k)

    def forward(self, x):
        return self.dec(self.norm(self.enc(x)))


torch.manual_seed(0)
data = torch.randn(4096, 20)
train, test = torch.utils.data.random_split(data, [0.8, 0.2], generator=torch.Generator().manual_seed(0))
train_loader = torch.utils.data.DataLoader(train, batch_size=64, shuffle=True)
test_loader = torch.utils.data.DataLoader(test, batch_size=256)

ae = Autoencoder(20, 4)
optimizer = torch.optim.Adam(ae.parameters(), 1e-3)
for epoch in range(20):
    for x in train_loader:
        optimizer.zero_grad()
        loss = (ae(x) - x).pow(2).mean()
        loss.backward()
        optimizer.step()

with torch.no_grad():
    errors = [(ae(x) - x).pow(2).mean().item() for x in test_loader]
print(sum(errors) / len(errors))
