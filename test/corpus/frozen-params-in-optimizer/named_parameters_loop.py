import argparse

import torch
from torch import nn, optim


class PatchNet(nn.Module):
    def __init__(self, width=192, depth=6, n_out=10):
        super().__init__()
        self.stem = nn.Conv2d(3, width, 16, stride=16)
        self.blocks = nn.ModuleList(
            nn.Sequential(nn.LayerNorm(width), nn.Linear(width, 4 * width), nn.GELU(), nn.Linear(4 * width, width))
            for _ in range(depth)
        )
        self.head = nn.Linear(width, n_out)

    def forward(self, x):
        x = self.stem(x).flatten(2).transpose(1, 2)
        for block in self.blocks:
            x = x + block(x)
        return self.head(x.mean(1))


def main(loader):
    parser = argparse.ArgumentParser()
    parser.add_argument("--weights", required=True)
    parser.add_argument("--wd", type=float, default=0.05)
    args = parser.parse_args()
    torch.manual_seed(8)
    net = PatchNet()
    net.load_state_dict(torch.load(args.weights, map_location="cpu", weights_only=True), strict=False)
    for name, p in net.named_parameters():
        if not name.startswith("head"):
            p.requires_grad = False
    optimizer = optim.AdamW(net.parameters(), 3e-4, weight_decay=args.wd)  # must: frozen-params-in-optimizer
    ce = nn.CrossEntropyLoss()
    for epoch in range(12):
        net.train()
        for x, y in loader:
            optimizer.zero_grad()
            loss = ce(net(x), y)
            loss.backward()
            optimizer.step()
        print(epoch, loss.item())
