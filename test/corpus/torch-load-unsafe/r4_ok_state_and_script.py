import os
from functools import partial

import torch

load_state = partial(torch.load, map_location="cpu", weights_only=True)


def restore(model, source):
    if os.path.isdir(source):
        source = os.path.join(source, "weights.pt")
    model.load_state_dict(load_state(source))
    return model.eval()


def scripted(path):
    return torch.jit.load(path, map_location="cpu").eval()
