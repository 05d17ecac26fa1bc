import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split


def standardise(a, eps=1e-8):
    return (a - a.mean(axis=0)) / (a.std(axis=0) + eps)  # must: self-statistic-before-split


def datasets(path, share, seed):
    archive = np.load(path)
    rows = torch.from_numpy(standardise(archive["features"])).float()
    data = TensorDataset(rows, torch.from_numpy(archive["label"]).long())
    n_val = int(len(data) * share)
    return random_split(data, [len(data) - n_val, n_val], generator=torch.Generator().manual_seed(seed))


def main(path="glass.npz", epochs=60):
    torch.manual_seed(52)
    train_set, val_set = datasets(path, 0.2, 52)
    train_loader, val_loader = DataLoader(train_set, 32, shuffle=True), DataLoader(val_set, 256)
    net = nn.Sequential(nn.LazyLinear(64), nn.ReLU(), nn.Linear(64, 6))
    net(next(iter(train_loader))[0])
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    for _ in range(epochs):
        net.train()
        for x, y in train_loader:
            optimizer.zero_grad()
            nn.functional.cross_entropy(net(x), y).backward()
            optimizer.step()
    net.eval()
    with torch.no_grad():
        hits = sum((net(x).argmax(1) == y).sum().item() for x, y in val_loader)
    print("accuracy", hits / len(val_set))


if __name__ == "__main__":
    main()
