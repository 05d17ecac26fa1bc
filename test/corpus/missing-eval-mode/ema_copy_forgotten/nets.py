from torch import nn


class UNetSmall(nn.Module):
    def __init__(self, channels=3, width=32):
        super().__init__()
        self.down = nn.Sequential(nn.Conv2d(channels, width, 3, padding=1), nn.BatchNorm2d(width), nn.SiLU())
        self.mid = nn.Sequential(nn.Conv2d(width, width, 3, padding=1), nn.Dropout2d(0.1), nn.SiLU())
        self.up = nn.Conv2d(width, 1, 1)

    def forward(self, x):
        return self.up(self.mid(self.down(x)))
