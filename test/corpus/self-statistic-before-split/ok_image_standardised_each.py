import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset, random_split


class Scans(Dataset):
    """Each scan is brought to zero mean and unit deviation by itself."""

    def __init__(self, archive):
        with np.load(archive) as z:
            self.volumes, self.labels = z["volumes"].astype(np.float32), z["labels"]

    def __len__(self):
        return len(self.labels)

    def __getitem__(self, index):
        volume = self.volumes[index]
        volume = (volume - volume.mean()) / (volume.std() + 1e-6)
        return torch.from_numpy(volume)[None], int(self.labels[index])


def accuracy(net, loader):
    net.eval()
    hits = seen = 0
    with torch.no_grad():
        for x, y in loader:
            hits += (net(x).argmax(1) == y).sum().item()
            seen += len(y)
    return hits / seen


torch.manual_seed(2)
scans = Scans("scans.npz")
train, test = random_split(scans, [0.8, 0.2], generator=torch.Generator().manual_seed(2))
net = nn.Sequential(nn.Conv3d(1, 8, 3), nn.ReLU(), nn.AdaptiveAvgPool3d(1), nn.Flatten(), nn.Linear(8, 2))
opt = torch.optim.SGD(net.parameters(), lr=0.05)
loader = DataLoader(train, batch_size=8, shuffle=True)
for epoch in range(15):
    net.train()
    for x, y in loader:
        loss = nn.functional.cross_entropy(net(x), y)
        opt.zero_grad()
        loss.backward()
        opt.step()
print(accuracy(net, DataLoader(test, batch_size=8)))
