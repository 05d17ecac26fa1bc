"""Entropy minimisation at test time (only the affine parameters of batch norm are updated)."""
import torch
from torch import nn


def entropy(logits):
    return -(logits.softmax(1) * logits.log_softmax(1)).sum(1)


def configure(model):
    model.train()
    model.requires_grad_(False)
    params = []
    for m in model.modules():
        if isinstance(m, nn.BatchNorm2d):
            m.requires_grad_(True)
            m.track_running_stats = False
            m.running_mean = m.running_var = None
            params += [m.weight, m.bias]
    return model, params


def adapt_and_test(model, loader, device, lr=1e-3):
    model, params = configure(model.to(device))
    optimizer = torch.optim.SGD(params, lr=lr, momentum=0.9)
    correct = total = 0
    for x, y in loader:
        logits = model(x.to(device))
        loss = entropy(logits).mean()
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        correct += (logits.argmax(1).cpu() == y).sum().item()
        total += len(y)
    return correct / total
