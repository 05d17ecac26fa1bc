import torch
from torch import nn
from torchvision.models import ResNet50_Weights, resnet50


class FrozenTrunk(nn.Module):
    """A trunk whose statistics never move, whatever mode the whole is put in."""

    def __init__(self):
        super().__init__()
        self.trunk = resnet50(weights=ResNet50_Weights.DEFAULT)
        self.trunk.fc = nn.Identity()
        self.trunk.requires_grad_(False)

    def train(self, mode=True):
        super().train(mode)
        self.trunk.eval()
        return self

    def forward(self, x):
        with torch.no_grad():
            return self.trunk(x)


class Probe(nn.Module):
    def __init__(self, classes):
        super().__init__()
        self.features = FrozenTrunk()
        self.head = nn.Linear(2048, classes)

    def forward(self, x):
        return self.head(self.features(x))


def train_probe(loader, classes, epochs, lr=0.1):
    torch.manual_seed(0)
    probe = Probe(classes)
    optimizer = torch.optim.SGD(probe.head.parameters(), lr=lr, momentum=0.9)
    for _ in range(epochs):
        probe.train()
        for x, y in loader:
            optimizer.zero_grad()
            nn.functional.cross_entropy(probe(x), y).backward()
            optimizer.step()
    return probe
