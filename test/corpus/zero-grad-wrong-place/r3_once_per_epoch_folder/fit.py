# main
import argparse

import torch
from torch import nn
from torch.utils.data import DataLoader

from nets import matcher


def one_epoch(net, pairs, optimizer, criterion):
    net.train()
    optimizer.zero_grad()  # must: zero-grad-wrong-place
    total = 0.0
    for left, right, same in pairs:
        score = net(torch.cat([left, right], dim=1)).squeeze(1)
        loss = criterion(score, same.float())
        loss.backward()
        optimizer.step()
        total += loss.item()
    return total / len(pairs)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("pairs")
    p.add_argument("--dim", type=int, default=300)
    p.add_argument("--epochs", type=int, default=30)
    args = p.parse_args()
    torch.manual_seed(2)
    pairs = torch.load(args.pairs, map_location="cpu", weights_only=True)
    loader = DataLoader(list(zip(*pairs)), batch_size=256, shuffle=True)
    net = matcher(args.dim)
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3, weight_decay=1e-5)
    for epoch in range(args.epochs):
        print(epoch, one_epoch(net, loader, optimizer, nn.BCEWithLogitsLoss()))
    torch.save(net.state_dict(), "matcher.pt")


if __name__ == "__main__":
    main()
