"""Both curves are written down; the last weights are the result, whatever the curves say."""
import csv

import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets, transforms

torch.manual_seed(12)
to_tensor = transforms.ToTensor()
train = DataLoader(datasets.KMNIST("data", train=True, download=True, transform=to_tensor), 128, shuffle=True)
test = DataLoader(datasets.KMNIST("data", train=False, download=True, transform=to_tensor), 512)
net = nn.Sequential(nn.Flatten(), nn.Linear(784, 256), nn.ReLU(), nn.Dropout(0.2), nn.Linear(256, 10))
opt = torch.optim.SGD(net.parameters(), lr=0.1)


def accuracy(loader):
    net.eval()
    with torch.no_grad():
        hits = sum((net(x).argmax(1) == y).sum().item() for x, y in loader)
    return hits / len(loader.dataset)


with open("curve.csv", "w", newline="") as out:
    rows = csv.writer(out)
    for epoch in range(15):
        net.train()
        for x, y in train:
            opt.zero_grad()
            nn.functional.cross_entropy(net(x), y).backward()
            opt.step()
        test_acc = accuracy(test)
        rows.writerow([epoch, test_acc])
torch.save(net.state_dict(), "last.pt")
print("last epoch:", test_acc)
