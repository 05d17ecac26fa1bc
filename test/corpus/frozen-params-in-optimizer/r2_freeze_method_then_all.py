import torch
from torch import nn
from torchvision.models import convnext_tiny


class Plants(nn.Module):
    def __init__(self, species):
        super().__init__()
        self.backbone = convnext_tiny(weights="DEFAULT").features
        self.head = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.LayerNorm(768), nn.Linear(768, species))

    def freeze_backbone(self):
        for p in self.backbone.parameters():
            p.requires_grad = False

    def train(self, mode=True):
        super().train(mode)
        self.backbone.eval()
        return self

    def forward(self, x):
        return self.head(self.backbone(x))


def main(loader, epochs=10):
    net = Plants(500)
    net.freeze_backbone()
    opt = torch.optim.AdamW(net.parameters(), lr=1e-3, weight_decay=0.05)  # must: frozen-params-in-optimizer
    for _ in range(epochs):
        net.train()
        for x, y in loader:
            opt.zero_grad()
            nn.functional.cross_entropy(net(x), y).backward()
            opt.step()
