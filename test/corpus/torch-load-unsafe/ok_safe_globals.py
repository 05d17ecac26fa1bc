import argparse
from dataclasses import dataclass

import torch


@dataclass
class RunConfig:
    lr: float = 1e-3
    width: int = 64


def read_run(path):
    torch.serialization.add_safe_globals([RunConfig])
    return torch.load(path, map_location="cpu", weights_only=True)


def read_in_scope(path):
    with torch.serialization.safe_globals([RunConfig]):
        return torch.load(path, weights_only=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("run")
    options = parser.parse_args()
    print(read_run(options.run)["config"], read_in_scope(options.run)["epoch"])
