import argparse
import tempfile
import urllib.request
from pathlib import Path

import torch


def fetch(url):
    target = Path(tempfile.gettempdir()) / Path(url).name
    if not target.exists():
        urllib.request.urlretrieve(url, target)
    return target


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    args = parser.parse_args()
    checkpoint = torch.load(fetch(args.url), map_location="cpu", weights_only=False)  # must: torch-load-unsafe
    for name, tensor in checkpoint["state_dict"].items():
        print(name, tuple(tensor.shape))


if __name__ == "__main__":
    main()
