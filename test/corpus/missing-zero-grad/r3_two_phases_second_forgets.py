import argparse

import torch
from torch import nn, optim
from torch.utils.data import DataLoader, TensorDataset


class Autoencoder(nn.Module):
    def __init__(self, n, code=16):
        super().__init__()
        self.encode = nn.Sequential(nn.Linear(n, 64), nn.Tanh(), nn.Linear(64, code))
        self.decode = nn.Sequential(nn.Linear(code, 64), nn.Tanh(), nn.Linear(64, n))


def pretrain(ae, loader, epochs):
    optimizer = optim.Adam(ae.parameters(), lr=1e-3)
    mse = nn.MSELoss()
    for _ in range(epochs):
        for x, _ in loader:
            optimizer.zero_grad()
            loss = mse(ae.decode(ae.encode(x)), x)
            loss.backward()
            optimizer.step()


def finetune(ae, head, loader, epochs):
    optimizer = optim.Adam([{"params": ae.encode.parameters(), "lr": 1e-4}, {"params": head.parameters()}], lr=1e-3)
    ce = nn.CrossEntropyLoss()
    for epoch in range(epochs):
        total = 0.0
        for x, y in loader:
            loss = ce(head(ae.encode(x)), y)
            loss.backward()  # must: missing-zero-grad
            optimizer.step()
            total += float(loss)
        print("finetune", epoch, total / len(loader))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("sensors")
    parser.add_argument("--pretrain-epochs", type=int, default=40)
    parser.add_argument("--epochs", type=int, default=20)
    args = parser.parse_args()
    torch.manual_seed(17)
    data = torch.load(args.sensors, weights_only=True, map_location="cpu")
    ae, head = Autoencoder(data["x"].shape[1]), nn.Linear(16, 6)
    loader = DataLoader(TensorDataset(data["x"], data["y"]), batch_size=128, shuffle=True)
    pretrain(ae, loader, args.pretrain_epochs)
    finetune(ae, head, loader, args.epochs)
    torch.save({"ae": ae.state_dict(), "head": head.state_dict()}, "sensors.pt")
