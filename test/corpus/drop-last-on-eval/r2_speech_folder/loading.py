import torch
from torch.utils.data import TensorDataset


def parts(path):
    blob = torch.load(path, map_location="cpu", weights_only=True)
    return TensorDataset(blob["train_x"], blob["train_y"]), TensorDataset(blob["dev_x"], blob["dev_y"])
