import functools

import torch
from torch import nn


class Session:
    def __init__(self, prefer=None):
        self.device = torch.device(prefer or ("cuda" if torch.cuda.is_available() else "cpu"))
        self.load = functools.partial(torch.load, map_location=self.device, weights_only=True)

    def restore(self, module: nn.Module, path):
        module.load_state_dict(self.load(path))
        return module.to(self.device).eval()

    @torch.inference_mode()
    def answer(self, module, rows):
        return module(rows.to(self.device)).softmax(dim=-1).cpu()
