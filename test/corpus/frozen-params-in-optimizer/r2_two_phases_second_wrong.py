import torch
from torch import nn


class Stages:
    def __init__(self, encoder: nn.Module, decoder: nn.Module):
        self.encoder, self.decoder = encoder, decoder
        self.net = nn.Sequential(encoder, decoder)

    def _run(self, loader, opt, epochs):
        for _ in range(epochs):
            for x, y in loader:
                opt.zero_grad()
                nn.functional.mse_loss(self.net(x), y).backward()
                opt.step()

    def joint(self, loader):
        self._run(loader, torch.optim.SGD(self.net.parameters(), lr=0.1, momentum=0.9), 10)

    def decoder_only(self, loader):
        self.encoder.requires_grad_(False)
        opt = torch.optim.SGD(self.net.parameters(), lr=0.01, momentum=0.9, weight_decay=1e-4)  # must: frozen-params-in-optimizer
        self._run(loader, opt, 5)


def main(loader):
    stages = Stages(nn.Sequential(nn.Linear(20, 64), nn.ReLU()), nn.Linear(64, 1))
    stages.joint(loader)
    stages.decoder_only(loader)
