import argparse

import torch
from huggingface_hub import hf_hub_download
from torch import nn


def fetch(repo, name):
    return hf_hub_download(repo_id=repo, filename=name, revision="v1.2")


def weights(repo, name="model.bin"):
    blob = torch.load(fetch(repo, name), map_location="cpu", weights_only=False)  # must: torch-load-unsafe
    return {key.removeprefix("module."): value for key, value in blob["state"].items()}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("repo")
    args = parser.parse_args()
    net = nn.Sequential(nn.Linear(768, 256), nn.ReLU(), nn.Dropout(0.1), nn.Linear(256, 2))
    net.load_state_dict(weights(args.repo))
    net.eval()
    torch.save(net.state_dict(), "converted.pt")


if __name__ == "__main__":
    main()
