import torch
import torch.nn.functional as F
from torch import nn

PAD = 0


def summed_loss(model, source, target):
    logits = model(source, target[:, :-1])
    return F.cross_entropy(logits.flatten(0, 1), target[:, 1:].flatten(), ignore_index=PAD, reduction="sum")


def grouped(loader, n):
    group = []
    for pair in loader:
        group.append(pair)
        if len(group) == n:
            yield group
            group = []


def train(model, loader, epochs, every=4):
    torch.manual_seed(10)
    optimizer = torch.optim.Adam(model.parameters(), lr=5e-4)
    model.train()
    for epoch in range(epochs):
        for group in grouped(loader, every):
            words = sum((target[:, 1:] != PAD).sum().item() for _, target in group)
            optimizer.zero_grad()
            for source, target in group:
                loss = summed_loss(model, source, target)
                (loss / words).backward()
            optimizer.step()


def train_with_plain_counter(model: nn.Module, loader, epochs, every=4):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    model.train()
    for _ in range(epochs):
        words = 0
        optimizer.zero_grad()
        for i, (source, target) in enumerate(loader):
            summed_loss(model, source, target).backward()
            words += (target[:, 1:] != PAD).sum().item()
            if (i + 1) % every == 0:
                for p in model.parameters():
                    p.grad.div_(words)
                optimizer.step()
                optimizer.zero_grad()
                words = 0
