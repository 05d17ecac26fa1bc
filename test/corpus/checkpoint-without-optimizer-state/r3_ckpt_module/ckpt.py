from pathlib import Path

import torch


def newest(folder):
    found = sorted(Path(folder).glob("round_*.pt"))
    return found[-1] if found else None


def read(path, device):
    return torch.load(path, map_location=device, weights_only=True)
