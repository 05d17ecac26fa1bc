from torch import nn


class Encoder(nn.Module):
    def __init__(self, width=256):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(512, width), nn.GELU(), nn.Linear(width, width))

    def forward(self, x):
        return self.body(x)


class Probe(nn.Module):
    def __init__(self, width=256, classes=10):
        super().__init__()
        self.out = nn.Linear(width, classes)

    def forward(self, h):
        return self.out(h)
