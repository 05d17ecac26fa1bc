"""Batch norm layers are put into eval mode on purpose, each time after train()."""
import torch
import torch.nn.functional as F
from torch import nn
from torchvision.models import resnet50


def freeze_bn(module):
    if isinstance(module, nn.BatchNorm2d):
        module.eval()
        module.weight.requires_grad = False
        module.bias.requires_grad = False


def validate(model, loader):
    model.eval()
    with torch.no_grad():
        return sum(F.cross_entropy(model(x), y, reduction="sum").item() for x, y in loader) / len(loader.dataset)


def main(loader, val_loader):
    torch.manual_seed(0)
    model = resnet50(weights="IMAGENET1K_V1")
    opt = torch.optim.SGD(model.parameters(), lr=1e-3)
    for epoch in range(12):
        model.train()
        model.apply(freeze_bn)
        for x, y in loader:
            opt.zero_grad()
            loss = F.cross_entropy(model(x), y)
            loss.backward()
            opt.step()
        print(epoch, validate(model, val_loader))
