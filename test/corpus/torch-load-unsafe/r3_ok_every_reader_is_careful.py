import io
import json
from functools import partial
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import nn

load_weights = partial(torch.load, map_location="cpu", weights_only=True)


def build(config):
    return nn.Sequential(nn.Linear(config["width"], config["hidden"]), nn.GELU(), nn.Linear(config["hidden"], 2))


class Store:
    """Weights under one folder, in whatever format they came."""

    def __init__(self, root):
        self.root = Path(root)

    def read(self, name):
        path = self.root / name
        readers = {".safetensors": load_file, ".pt": load_weights, ".bin": load_weights}
        return readers[path.suffix](path)

    def read_bytes(self, blob):
        return torch.load(io.BytesIO(blob), weights_only=True, map_location=torch.device("cpu"))

    def script(self, name):
        return torch.jit.load(str(self.root / name), map_location="cpu").eval()

    def convert(self, name):
        weights = self.read(name)
        save_file({key: value.contiguous() for key, value in weights.items()}, self.root / f"{name}.safetensors")

    def model(self, name):
        config = json.loads((self.root / "config.json").read_text())
        net = build(config)
        net.load_state_dict(self.read(name))
        net.eval()
        return net


if __name__ == "__main__":
    store = Store("weights")
    store.convert("classifier.pt")
    model = store.model("classifier.pt.safetensors")
    with torch.no_grad():
        print(model(torch.zeros(1, model[0].in_features)).softmax(-1))
