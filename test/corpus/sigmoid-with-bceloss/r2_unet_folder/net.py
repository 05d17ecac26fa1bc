import torch
from torch import nn


class MiniUNet(nn.Module):
    def __init__(self, channels=1):
        super().__init__()
        self.down = nn.Sequential(nn.Conv2d(channels, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2))
        self.up = nn.ConvTranspose2d(16, 16, 2, stride=2)
        self.final = nn.Conv2d(16, 1, 1)
        self.activation = nn.Sigmoid()

    def forward(self, x):
        y = self.final(torch.relu(self.up(self.down(x))))
        return self.activation(y)
