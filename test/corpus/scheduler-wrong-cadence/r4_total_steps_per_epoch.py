import torch
from torch import nn
from torch.optim import lr_scheduler


def schedule(optimizer, loader, epochs, peak):
    return lr_scheduler.OneCycleLR(optimizer, max_lr=peak, epochs=epochs, steps_per_epoch=len(loader))


def train_epoch(model, loader, optimizer):
    model.train()
    for x, y in loader:
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(x), y).backward()
        optimizer.step()


def fit(model, loader, epochs=24, peak=0.4):
    torch.manual_seed(28)
    optimizer = torch.optim.SGD(model.parameters(), lr=peak / 10, momentum=0.9, nesterov=True)
    one_cycle = schedule(optimizer, loader, epochs, peak)
    for _ in range(epochs):
        train_epoch(model, loader, optimizer)
        one_cycle.step()  # must: scheduler-wrong-cadence
    return model
