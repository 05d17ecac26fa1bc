import torch
from torch import nn


class Unet(nn.Module):
    def __init__(self, base=32):
        super().__init__()
        self.down = nn.Sequential(nn.Conv2d(1, base, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2))
        self.mid = nn.Sequential(nn.Conv2d(base, base, 3, padding=1), nn.ReLU())
        self.up = nn.ConvTranspose2d(base, 1, 2, stride=2)

    def forward(self, x):
        low = self.down(x)
        return self.up(low + self.mid(low))


def dice_loss(logits, mask, eps=1.0):
    p = torch.sigmoid(logits)
    overlap = (p * mask).sum((1, 2, 3))
    return 1 - ((2 * overlap + eps) / (p.sum((1, 2, 3)) + mask.sum((1, 2, 3)) + eps)).mean()
