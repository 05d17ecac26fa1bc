# main
import torch

from model import Hybrid


def fit(train_loader, epochs=12):
    net = Hybrid(columns=9, classes=2)
    opt = torch.optim.AdamW(net.head.parameters(), lr=2e-4)
    ce = torch.nn.CrossEntropyLoss()
    for _ in range(epochs):
        net.train()  # must: frozen-module-in-train-mode
        for scan, row, label in train_loader:
            loss = ce(net(scan, row), label)
            opt.zero_grad()
            loss.backward()
            opt.step()
    return net
