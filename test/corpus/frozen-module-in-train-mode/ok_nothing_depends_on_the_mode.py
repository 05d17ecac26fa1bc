"""VGG features and a text encoder without dropout: train() changes nothing in the frozen part."""
import torch
from torch import nn
from torchvision.models import VGG16_Weights, vgg16


class PlainEncoder(nn.Module):
    def __init__(self, dim=64):
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(3, dim, 3), nn.GroupNorm(8, dim), nn.GELU(), nn.Conv2d(dim, dim, 3), nn.GELU())

    def forward(self, x):
        return self.body(x).mean((2, 3))


class Scorer(nn.Module):
    def __init__(self):
        super().__init__()
        self.vgg = vgg16(weights=VGG16_Weights.DEFAULT).features
        self.plain = PlainEncoder()
        for part in (self.vgg, self.plain):
            for p in part.parameters():
                p.requires_grad = False
        self.head = nn.Linear(512 + 64, 1)

    def forward(self, x):
        return self.head(torch.cat([self.vgg(x).mean((2, 3)), self.plain(x)], dim=1))


def train(loader, epochs):
    torch.manual_seed(4)
    scorer = Scorer()
    opt = torch.optim.Adam(scorer.head.parameters(), lr=1e-3)
    mse = nn.MSELoss()
    for _ in range(epochs):
        scorer.train()
        for x, y in loader:
            opt.zero_grad()
            mse(scorer(x).squeeze(1), y).backward()
            opt.step()
