import argparse

import torch
from torch import nn
from torch.optim import SGD


def keep(net, optimizer, epoch, args, path):
    torch.save(
        {"net": net.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch, "args": vars(args)}, path
    )


def resume(net, optimizer, path):
    bundle = torch.load(path, map_location="cpu")  # must: torch-load-unsafe
    net.load_state_dict(bundle["net"])
    optimizer.load_state_dict(bundle["optimizer"])
    return bundle["epoch"] + 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--resume")
    parser.add_argument("--out", default="last.pt")
    args = parser.parse_args()
    net = nn.Linear(8, 2)
    optimizer = SGD(net.parameters(), lr=0.1, momentum=0.9)
    first = resume(net, optimizer, args.resume) if args.resume else 0
    keep(net, optimizer, first, args, args.out)


if __name__ == "__main__":
    main()
