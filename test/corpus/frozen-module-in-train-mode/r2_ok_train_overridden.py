import torch
from torch import nn
from torchvision.models import resnet18


class Frozen(nn.Module):
    def __init__(self, classes):
        super().__init__()
        net = resnet18(weights="DEFAULT")
        self.body = nn.Sequential(*list(net.children())[:-1]).requires_grad_(False)
        self.head = nn.Linear(512, classes)

    def train(self, mode=True):
        super().train(mode)
        self.body.eval()
        return self

    def forward(self, x):
        return self.head(self.body(x).flatten(1))


def fit(loader, classes, epochs):
    model = Frozen(classes)
    opt = torch.optim.Adam(model.head.parameters(), lr=1e-3)
    for _ in range(epochs):
        model.train()
        for x, y in loader:
            opt.zero_grad()
            nn.functional.cross_entropy(model(x), y).backward()
            opt.step()
