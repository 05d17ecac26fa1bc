import argparse

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split


def dataset(path):
    blob = torch.load(path, weights_only=True)
    return TensorDataset(blob["x"].float(), blob["y"].long())


class Experiment:
    def __init__(self, path, batch_size):
        self.data = dataset(path)
        self.batch_size = batch_size
        self.n_test = len(self.data) // 5
        self.lengths = [len(self.data) - self.n_test, self.n_test]

    def train_loader(self):
        part, _ = random_split(self.data, self.lengths, generator=torch.Generator().manual_seed(0))
        return DataLoader(part, batch_size=self.batch_size, shuffle=True)

    def test_loader(self):
        _, part = random_split(self.data, self.lengths, generator=torch.Generator().manual_seed(1))  # must: split-repeated-with-other-seed
        return DataLoader(part, batch_size=self.batch_size)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("path")
    parser.add_argument("--epochs", type=int, default=20)
    args = parser.parse_args()
    torch.manual_seed(0)

    exp = Experiment(args.path, batch_size=64)
    net = nn.Sequential(nn.Linear(exp.data.tensors[0].shape[1], 64), nn.ReLU(), nn.Linear(64, 10))
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    loader = exp.train_loader()
    for _ in range(args.epochs):
        for x, y in loader:
            opt.zero_grad()
            nn.functional.cross_entropy(net(x), y).backward()
            opt.step()

    with torch.no_grad():
        right = sum((net(x).argmax(1) == y).sum().item() for x, y in exp.test_loader())
    print("accuracy", right / exp.n_test)


main()
