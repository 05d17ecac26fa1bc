# main
import sys
from collections import Counter

from torch import load as torch_load
from torch import nn


def read(path):
    with open(path, "rb") as handle:
        return torch_load(handle)  # must: torch-load-unsafe


def read_on(path, device):
    blob = torch_load(  # must: torch-load-unsafe
        path,
        device,
    )
    return blob["ema"] if "ema" in blob else blob


if __name__ == "__main__":
    loaded = read(sys.argv[1])
    if isinstance(loaded, nn.Module):
        loaded = loaded.state_dict()
    print(Counter(str(v.dtype) for v in loaded.values()))
