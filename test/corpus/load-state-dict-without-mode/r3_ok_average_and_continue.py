"""Average the weights of several runs, refresh the batch statistics, then go on training or export."""
import copy

import torch
from torch import nn


def average(model, paths):
    states = [torch.load(p, map_location="cpu", weights_only=True) for p in paths]
    soup = copy.deepcopy(states[0])
    for key, value in soup.items():
        if value.is_floating_point():
            soup[key] = torch.stack([s[key] for s in states]).mean(0)
    model.load_state_dict(soup)
    return model


def refresh_statistics(model, loader):
    for m in model.modules():
        if isinstance(m, nn.BatchNorm2d):
            m.reset_running_stats()
    model.train()
    with torch.no_grad():
        for x, _ in loader:
            model(x)


def go_on(model, paths, loader, epochs=5):
    torch.manual_seed(47)
    average(model, paths)
    optimizer = torch.optim.SGD(model.parameters(), lr=1e-3)
    model.train()
    for _ in range(epochs):
        for x, y in loader:
            optimizer.zero_grad()
            nn.functional.cross_entropy(model(x), y).backward()
            optimizer.step()
    return model


def accuracy_of_soup(model, paths, loader, held_out):
    average(model, paths)
    refresh_statistics(model, loader)
    model.requires_grad_(False).eval()
    right = sum((model(x).argmax(1) == y).sum().item() for x, y in held_out)
    return right / len(held_out.dataset)
