"""The averaged weights are swapped in for an evaluation, and the trained ones back after it."""
import copy
from contextlib import contextmanager

import torch
import torch.nn.functional as F
from torchvision.models import mnasnet0_5


@contextmanager
def averaged(model, shadow):
    backup = copy.deepcopy(model.state_dict())
    model.load_state_dict(shadow)
    try:
        yield model
    finally:
        model.load_state_dict(backup)


def evaluate(model, loader):
    model.eval()
    with torch.no_grad():
        return sum((model(x).argmax(1) == y).sum().item() for x, y in loader) / len(loader.dataset)


def main(loader, val_loader):
    torch.manual_seed(0)
    model = mnasnet0_5(num_classes=10)
    shadow = copy.deepcopy(model.state_dict())
    optimizer = torch.optim.AdamW(model.parameters())
    for epoch in range(10):
        model.train()
        for x, y in loader:
            optimizer.zero_grad()
            loss = F.cross_entropy(model(x), y)
            loss.backward()
            optimizer.step()
            with torch.no_grad():
                for name, value in model.state_dict().items():
                    if value.is_floating_point():
                        shadow[name].mul_(0.999).add_(value, alpha=0.001)
        with averaged(model, shadow):
            print(epoch, evaluate(model, val_loader))
