# main
"""From torch 2.6 on weights_only is the default."""
import argparse

import torch
from torchvision.models import resnet50


@torch.no_grad()
def main(loader):
    parser = argparse.ArgumentParser()
    parser.add_argument("weights")
    args = parser.parse_args()
    model = resnet50(num_classes=10)
    model.load_state_dict(torch.load(args.weights, map_location="cpu"))
    model.eval()
    hits = sum((model(x).argmax(1) == y).sum().item() for x, y in loader)
    print(hits / len(loader.dataset))
