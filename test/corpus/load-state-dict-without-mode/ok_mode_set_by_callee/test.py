# main
import argparse

import torch
from torchvision.models import regnet_y_400mf

from evaluation import accuracy


def main(loader):
    parser = argparse.ArgumentParser()
    parser.add_argument("checkpoint")
    args = parser.parse_args()
    net = regnet_y_400mf(num_classes=10)
    net.load_state_dict(torch.load(args.checkpoint, weights_only=True)["state_dict"])
    print(f"{accuracy(net, loader):.2%}")
