"""A loss of the same name that takes probabilities, and a model that returns both logits and probabilities."""
import torch
import torch.nn.functional as F
from torch import nn


class CrossEntropyLoss(nn.Module):
    """On probabilities, with a floor for the logarithm."""

    def __init__(self, eps=1e-7):
        super().__init__()
        self.eps = eps

    def forward(self, probabilities, target):
        picked = probabilities.gather(1, target[:, None]).clamp_min(self.eps)
        return -picked.log().mean()


class Both(nn.Module):
    def __init__(self, d, k):
        super().__init__()
        self.fc = nn.Linear(d, k)

    def forward(self, x):
        logits = self.fc(x)
        return logits, F.softmax(logits, dim=1)


def train_on_probabilities(model, loader, opt):
    criterion = CrossEntropyLoss()
    for x, y in loader:
        opt.zero_grad()
        loss = criterion(model(x)[1], y)
        loss.backward()
        opt.step()


def train_on_logits(model, loader, opt):
    criterion = nn.CrossEntropyLoss()
    for x, y in loader:
        logits, probabilities = model(x)
        loss = criterion(logits, y)
        opt.zero_grad()
        loss.backward()
        opt.step()
        print(loss.item(), probabilities.detach().amax(dim=1).mean().item())


def main(loader):
    torch.manual_seed(0)
    model = Both(30, 4)
    opt = torch.optim.Adam(model.parameters())
    train_on_probabilities(model, loader, opt)
    train_on_logits(model, loader, opt)
