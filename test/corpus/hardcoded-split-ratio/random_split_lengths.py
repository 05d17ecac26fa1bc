"""Fractions in torch's random_split add up to one whole; the second number is no rival of the first."""
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split

torch.manual_seed(9)
x = torch.rand(5000, 12)
data = TensorDataset(x, (x.mean(1) > 0.5).long())
train, val, test = random_split(data, [0.7, 0.15, 0.15])
net = nn.Sequential(nn.Linear(12, 24), nn.ReLU(), nn.Dropout(0.3), nn.Linear(24, 2))
opt = torch.optim.SGD(net.parameters(), lr=0.2, momentum=0.9)


def accuracy(part):
    net.eval()
    with torch.no_grad():
        xs, ys = next(iter(DataLoader(part, batch_size=len(part))))
        return (net(xs).argmax(1) == ys).float().mean().item()


for epoch in range(5):
    net.train()
    for xb, yb in DataLoader(train, batch_size=50, shuffle=True):
        opt.zero_grad()
        nn.functional.cross_entropy(net(xb), yb).backward()
        opt.step()
    print(epoch, accuracy(val))
print("test", accuracy(test), "coin 0.5")
