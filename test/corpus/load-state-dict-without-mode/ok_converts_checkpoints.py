"""Loads to save again: the model is never called."""
import argparse

import torch
from safetensors.torch import save_file
from torchvision.models import vit_b_16


def strip(state):
    return {k.removeprefix("module."): v for k, v in state.items()}


def average(paths):
    total = None
    for path in paths:
        state = strip(torch.load(path, map_location="cpu", weights_only=True))
        if total is None:
            total = {k: v.double() for k, v in state.items()}
        else:
            for k, v in state.items():
                total[k] += v
    return {k: (v / len(paths)).float() for k, v in total.items()}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("checkpoints", nargs="+")
    parser.add_argument("--out", default="averaged.safetensors")
    args = parser.parse_args()
    model = vit_b_16()
    model.load_state_dict(average(args.checkpoints))
    save_file(model.state_dict(), args.out)
    print(sum(p.numel() for p in model.parameters()), "parameters")


if __name__ == "__main__":
    main()
