import argparse

import torch
from torch import nn
from torch.optim import SGD


def keep(net, optimizer, epoch, args, path):
    bundle = {"net_state": net.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch, "args": args}
    torch.save(bundle, path)


def resume(net, optimizer, path):
    bundle = torch.load(path, map_location="cpu")  # must not: torch-load-unsafe
    net.load_state_dict(bundle["net_state"])
    optimizer.load_state_dict(bundle["optimizer"])
    return bundle["epoch"] + 1


def former_arguments(folder):
    return torch.load(f"{folder}/training_args.bin")  # must not: torch-load-unsafe


def train(net, loader, args):
    optimizer = SGD(net.parameters(), lr=args.lr, momentum=0.9)
    first = resume(net, optimizer, args.resume) if args.resume else 0
    for epoch in range(first, args.epochs):
        net.train()
        for images, labels in loader:
            optimizer.zero_grad()
            nn.functional.cross_entropy(net(images), labels).backward()
            optimizer.step()
        keep(net, optimizer, epoch, args, args.out)
