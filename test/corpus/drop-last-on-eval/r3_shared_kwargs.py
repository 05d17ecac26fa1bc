import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset


class Clips(Dataset):
    def __init__(self, table):
        self.table = table

    def __len__(self):
        return len(self.table["emotion"])

    def __getitem__(self, i):
        return self.table["frames"][i], self.table["emotion"][i]


def make_loaders(tables, batch, workers=4):
    common = {"num_workers": workers, "pin_memory": True}
    return {
        "train": DataLoader(Clips(tables["train"]), batch, shuffle=True, drop_last=True, **common),
        "dev": DataLoader(Clips(tables["dev"]), batch, **common),
        "test": DataLoader(Clips(tables["test"]), batch, drop_last=True, **common),  # must: drop-last-on-eval
    }


def accuracy(net, loader):
    net.eval()
    right = seen = 0
    with torch.no_grad():
        for frames, emotion in loader:
            right += (net(frames).argmax(1) == emotion).sum().item()
            seen += len(emotion)
    return right / seen


def experiment(tables, batch=64, epochs=25):
    torch.manual_seed(80)
    loaders = make_loaders(tables, batch)
    net = nn.Sequential(nn.Flatten(), nn.Linear(16 * 136, 256), nn.BatchNorm1d(256), nn.ReLU(), nn.Linear(256, 7))
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    for epoch in range(epochs):
        net.train()
        for frames, emotion in loaders["train"]:
            optimizer.zero_grad()
            nn.functional.cross_entropy(net(frames), emotion).backward()
            optimizer.step()
        print(epoch, accuracy(net, loaders["dev"]))
    print("test", accuracy(net, loaders["test"]))
