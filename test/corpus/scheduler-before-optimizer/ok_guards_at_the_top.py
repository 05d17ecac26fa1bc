import torch
import torch.nn.functional as F
from torch import nn
from torch.optim.lr_scheduler import StepLR


def resumed(model, loader, optimizer, scheduler, start_epoch, epochs):
    for epoch in range(start_epoch, epochs):
        if epoch != start_epoch:
            scheduler.step()
        for x, y in loader:
            optimizer.zero_grad()
            F.l1_loss(model(x), y).backward()
            optimizer.step()


def after_warmup(model, loader, optimizer, scheduler, epochs, warmup=5):
    for epoch in range(epochs):
        if epoch >= warmup:
            scheduler.step()
        for x, y in loader:
            optimizer.zero_grad()
            F.l1_loss(model(x), y).backward()
            optimizer.step()


def in_steps(model, batches, optimizer, scheduler, every=1000):
    for step, (x, y) in enumerate(batches):
        if step and step % every == 0:
            scheduler.step()
        optimizer.zero_grad()
        F.l1_loss(model(x), y).backward()
        optimizer.step()


def main(loader):
    torch.manual_seed(0)
    model = nn.Linear(10, 1)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    resumed(model, loader, optimizer, StepLR(optimizer, 5), 0, 20)
    after_warmup(model, loader, optimizer, StepLR(optimizer, 5), 20)
    in_steps(model, loader, optimizer, StepLR(optimizer, 5))
