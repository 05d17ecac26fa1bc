"""Loaders that are not torch.load."""
import json
import sys

import numpy as np
import torch
from safetensors.torch import load_file
from torch import nn


class Store:
    def __init__(self, root):
        self.root = root

    def load(self, name):
        with open(f"{self.root}/{name}.json") as handle:
            return json.load(handle)


def load(path):
    return np.load(path, allow_pickle=False)


def main(folder):
    scripted = torch.jit.load(f"{folder}/model.ts", map_location="cpu")
    scripted.eval()
    exported = torch.export.load(f"{folder}/model.pt2")
    model = nn.Linear(4, 2)
    model.load_state_dict(load_file(f"{folder}/model.safetensors"))
    model.eval()
    config = Store(folder).load("config")
    x = torch.from_numpy(load(f"{folder}/x.npy"))
    with torch.no_grad():
        print(config["name"], scripted(x).shape, exported.module()(x).shape, model(x).shape)


if __name__ == "__main__":
    main(sys.argv[1])
