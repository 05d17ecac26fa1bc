import argparse

import torch
from torch import nn


class Seq2Seq(nn.Module):
    def __init__(self, n_in, hidden, horizon):
        super().__init__()
        self.encoder = nn.LSTM(n_in, hidden, batch_first=True)
        self.decoder = nn.LSTM(n_in, hidden, batch_first=True)
        self.out = nn.Linear(hidden, n_in)
        self.horizon = horizon

    def forward(self, past):
        _, state = self.encoder(past)
        step, outputs = past[:, -1:], []
        for _ in range(self.horizon):
            h, state = self.decoder(step, state)
            step = self.out(h)
            outputs.append(step)
        return torch.cat(outputs, dim=1)


def main(make_loader):
    parser = argparse.ArgumentParser()
    parser.add_argument("--epochs", type=int, default=50)
    parser.add_argument("--lr", type=float, default=1e-3)
    args = parser.parse_args()
    torch.manual_seed(0)
    net = Seq2Seq(8, 64, horizon=12)
    optimizer = torch.optim.Adam(net.parameters(), lr=args.lr)
    mae = nn.L1Loss()
    for epoch in range(args.epochs):
        net.train()
        for past, future in make_loader():
            optimizer.zero_grad()
            loss = mae(net(past), future)
            loss.backward(retain_graph=True)  # must: retain-graph-in-loop
            optimizer.step()
        print(epoch, loss.item())
