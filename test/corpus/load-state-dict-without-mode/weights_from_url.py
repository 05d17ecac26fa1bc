import sys

import torch
from torch import nn
from torch.hub import load_state_dict_from_url

WEIGHTS = "https://models.example.org/depth/small-v2.pth"


class Depth(nn.Module):
    def __init__(self, width=32):
        super().__init__()
        self.encode = nn.Sequential(nn.Conv2d(3, width, 7, 2, 3, bias=False), nn.BatchNorm2d(width), nn.ReLU())
        self.decode = nn.Sequential(nn.Conv2d(width, 1, 3, padding=1), nn.Upsample(scale_factor=2))

    def forward(self, x):
        return self.decode(self.encode(x))


def depth_small(progress=True):
    net = Depth()
    net.load_state_dict(load_state_dict_from_url(WEIGHTS, progress=progress, check_hash=True))
    return net


def main(frames):
    net = depth_small()
    with torch.inference_mode():
        for number, frame in enumerate(frames):
            depth = net(frame[None])  # must: load-state-dict-without-mode
            print(number, depth.min().item(), depth.max().item(), file=sys.stdout)
