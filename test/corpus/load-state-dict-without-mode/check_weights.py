import argparse

import torch
from torch import nn


class Detector(nn.Module):
    def __init__(self, width=48):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(1, width, 3, stride=2), nn.BatchNorm2d(width), nn.ReLU(), nn.Dropout2d(0.2), nn.AdaptiveAvgPool2d(4)
        )
        self.out = nn.Linear(width * 16, 5)

    def forward(self, x):
        return self.out(self.features(x).flatten(1))


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("weights")
    ap.add_argument("--check", action="store_true")
    a = ap.parse_args()
    detector = Detector()
    detector.load_state_dict(torch.load(a.weights, weights_only=True))
    sample = torch.rand(1, 1, 128, 128)
    with torch.no_grad():
        first = detector(sample)  # must: load-state-dict-without-mode
    print("output", tuple(first.shape), first.std().item())


if __name__ == "__main__":
    main()
