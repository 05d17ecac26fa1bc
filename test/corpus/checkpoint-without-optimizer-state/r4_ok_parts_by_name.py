import argparse
import os

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


class TrainState:
    def __init__(self, **parts):
        self.parts = parts
        self.epoch = 0

    def state_dict(self):
        saved = {name: part.state_dict() for name, part in self.parts.items()}
        saved["epoch"] = self.epoch
        return saved

    def load_state_dict(self, saved):
        for name, part in self.parts.items():
            part.load_state_dict(saved[name])
        self.epoch = saved["epoch"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("--resume", default="last.pt")
    parser.add_argument("--epochs", type=int, default=60)
    opt = parser.parse_args()
    torch.manual_seed(2)
    x, y = torch.load(opt.data, map_location="cpu", weights_only=True)
    loader = DataLoader(TensorDataset(x, y), batch_size=32, shuffle=True)
    net = nn.Sequential(nn.Linear(40, 80), nn.GELU(), nn.Linear(80, 1))
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=opt.epochs)
    state = TrainState(net=net, optimizer=optimizer, scheduler=scheduler)
    if os.path.exists(opt.resume):
        state.load_state_dict(torch.load(opt.resume, map_location="cpu", weights_only=True))
    while state.epoch < opt.epochs:
        net.train()
        for inputs, target in loader:
            optimizer.zero_grad()
            nn.functional.mse_loss(net(inputs), target).backward()
            optimizer.step()
        scheduler.step()
        state.epoch += 1
        torch.save(state.state_dict(), opt.resume)
    torch.save(net.state_dict(), "export.pt")


if __name__ == "__main__":
    main()
