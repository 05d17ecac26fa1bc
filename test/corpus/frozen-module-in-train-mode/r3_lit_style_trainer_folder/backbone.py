from torch import nn
from torchvision.models import ResNet18_Weights, resnet18


def frozen_resnet():
    net = resnet18(weights=ResNet18_Weights.DEFAULT)
    net.fc = nn.Identity()
    for p in net.parameters():
        p.requires_grad = False
    return net


class Tile(nn.Module):
    """Frozen features and a head of our own."""

    def __init__(self, classes):
        super().__init__()
        self.features = frozen_resnet()
        self.head = nn.Linear(512, classes)

    def forward(self, x):
        return self.head(self.features(x))
