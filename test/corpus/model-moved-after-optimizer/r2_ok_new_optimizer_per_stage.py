import torch
from torch import nn
from torchvision.models import resnet18


def epoch(net, opt, loader):
    net.train()
    for x, y in loader:
        opt.zero_grad()
        nn.functional.cross_entropy(net(x), y).backward()
        opt.step()


def two_stages(coarse_loader, fine_loader):
    net = resnet18(num_classes=20)
    opt = torch.optim.Adam(net.parameters(), lr=1e-3)
    for _ in range(10):
        epoch(net, opt, coarse_loader)
    net.fc = nn.Linear(net.fc.in_features, 100)
    opt = torch.optim.Adam(net.parameters(), lr=1e-4)
    for _ in range(10):
        epoch(net, opt, fine_loader)
    return net
