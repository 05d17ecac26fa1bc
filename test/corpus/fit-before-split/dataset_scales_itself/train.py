# main
import torch
from torch import nn
from torch.utils.data import DataLoader, random_split

from data import Molecules

torch.manual_seed(0)
molecules = Molecules("qm_small.npz")  # must: fit-before-split
train_part, test_part = random_split(molecules, [0.85, 0.15], generator=torch.Generator().manual_seed(0))

net = nn.Sequential(nn.Linear(molecules.x.shape[1], 128), nn.SiLU(), nn.Linear(128, 1))
optimizer = torch.optim.AdamW(net.parameters(), lr=5e-4)
for epoch in range(60):
    for x, y in DataLoader(train_part, batch_size=64, shuffle=True):
        optimizer.zero_grad()
        loss = nn.functional.huber_loss(net(x).squeeze(-1), y)
        loss.backward()
        optimizer.step()

absolute = 0.0
with torch.no_grad():
    for x, y in DataLoader(test_part, batch_size=256):
        absolute += (net(x).squeeze(-1) - y).abs().sum().item()
print("mae", absolute / len(test_part))
