# main
import torch
from torch import nn
from torch.utils.data import DataLoader

from common import cut, dataset


def learn(net, loader, epochs=20):
    opt = torch.optim.Adam(net.parameters())
    net.train()
    for _ in range(epochs):
        for x, y in loader:
            opt.zero_grad()
            nn.functional.cross_entropy(net(x), y).backward()
            opt.step()


@torch.no_grad()
def accuracy(net, loader):
    net.eval()
    return sum((net(x).argmax(1) == y).sum().item() for x, y in loader) / len(loader.dataset)


torch.manual_seed(4)
data = dataset("galaxies.pt")
net = nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 4))
train_part, _ = cut(data, seed=4)
learn(net, DataLoader(train_part, 64, shuffle=True))
_, test_part = cut(data, seed=5)  # must: split-repeated-with-other-seed
print("accuracy", accuracy(net, DataLoader(test_part, 256)))
