"""Each checkpoint is told where to go."""
import torch
from torch import nn


def pick():
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


class Zoo:
    def __init__(self, folder):
        self.folder = folder
        self.device = pick()
        self.load_options = {"map_location": self.device, "weights_only": True}

    def plain(self, net: nn.Module, name):
        net.load_state_dict(torch.load(f"{self.folder}/{name}.pt", **self.load_options))
        return net.to(self.device).eval()

    def by_position(self, net: nn.Module, name):
        net.load_state_dict(torch.load(f"{self.folder}/{name}.pt", self.device, weights_only=True))
        return net.to(self.device).eval()

    def by_function(self, net: nn.Module, name):
        path = f"{self.folder}/{name}.pt"
        net.load_state_dict(torch.load(path, map_location=lambda storage, loc: storage, weights_only=True))
        return net.to(self.device).eval()

    def on_cpu_first(self, net: nn.Module, name):
        state = torch.load(f"{self.folder}/{name}.pt", map_location="cpu", weights_only=True)
        net.load_state_dict({key.removeprefix("module."): value for key, value in state.items()})
        return net.to(self.device).eval()
