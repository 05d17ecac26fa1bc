# main
import sys

import torch
from torch import nn
from torchvision.io import read_image, write_jpeg

from fetch import fetch


class Denoiser(nn.Module):
    def __init__(self, width=64, depth=12):
        super().__init__()
        layers = [nn.Conv2d(3, width, 3, padding=1), nn.ReLU()]
        for _ in range(depth):
            layers += [nn.Conv2d(width, width, 3, padding=1), nn.BatchNorm2d(width), nn.ReLU()]
        self.layers = nn.Sequential(*layers, nn.Conv2d(width, 3, 3, padding=1))

    def forward(self, x):
        return x - self.layers(x)


def pretrained(url):
    state = torch.load(fetch(url), map_location="cpu")  # must: torch-load-unsafe
    net = Denoiser()
    net.load_state_dict(state["params"])
    return net.eval()


def main(url, source, target):
    net = pretrained(url)
    image = read_image(source).float().div(255)
    with torch.no_grad():
        clean = net(image[None])[0].clamp(0, 1)
    write_jpeg((clean * 255).round().byte(), target)


if __name__ == "__main__":
    main(*sys.argv[1:4])
