import copy

import torch
import torch.nn.functional as F
from torch import nn


def score(model, loader):
    """A copy is switched, the original goes on training."""
    frozen = copy.deepcopy(model).eval()
    with torch.no_grad():
        return sum((frozen(x).argmax(1) == y).sum().item() for x, y in loader) / len(loader.dataset)


class Ema(nn.Module):
    def __init__(self, model, decay=0.9998):
        super().__init__()
        self.module = copy.deepcopy(model)
        self.module.eval()
        self.decay = decay

    @torch.no_grad()
    def update(self, model):
        for mine, theirs in zip(self.module.state_dict().values(), model.state_dict().values()):
            mine.copy_(self.decay * mine + (1.0 - self.decay) * theirs)


def main(loader, val_loader):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(100, 50), nn.ReLU(), nn.Dropout(0.3), nn.Linear(50, 5))
    ema = Ema(model)
    opt = torch.optim.SGD(model.parameters(), lr=0.1)
    model.train()
    for epoch in range(10):
        for x, y in loader:
            loss = F.cross_entropy(model(x), y)
            opt.zero_grad()
            loss.backward()
            opt.step()
            ema.update(model)
        with torch.no_grad():
            averaged = sum((ema.module(x).argmax(1) == y).sum().item() for x, y in val_loader)
        print(epoch, score(model, val_loader), averaged / len(val_loader.dataset))
