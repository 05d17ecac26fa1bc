import torch
from torch.utils.data import TensorDataset, random_split


def dataset(path):
    blob = torch.load(path, map_location="cpu", weights_only=True)
    return TensorDataset(blob["x"], blob["y"])


def cut(data, seed):
    n = len(data) // 5
    return random_split(data, [len(data) - n, n], generator=torch.Generator().manual_seed(seed))
