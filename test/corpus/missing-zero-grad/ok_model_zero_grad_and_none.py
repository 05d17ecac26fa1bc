import torch
import torch.nn.functional as F
from torch import nn


def with_model(model, loader, opt):
    for x, y in loader:
        model.zero_grad()
        F.mse_loss(model(x), y).backward()
        opt.step()


def with_none(model, loader, opt):
    for x, y in loader:
        for param in model.parameters():
            param.grad = None
        loss = F.mse_loss(model(x), y)
        loss.backward()
        opt.step()


def after_the_step(model, loader, opt):
    for x, y in loader:
        loss = F.mse_loss(model(x), y)
        loss.backward()
        opt.step()
        opt.zero_grad(set_to_none=True)


def clear(*optimizers):
    for optimizer in optimizers:
        optimizer.zero_grad()


def by_helper(model, loader, opt):
    for x, y in loader:
        clear(opt)
        loss = F.mse_loss(model(x), y)
        loss.backward()
        opt.step()


def manual(weight, x, y, lr=0.1):
    for _ in range(100):
        loss = (x @ weight - y).pow(2).mean()
        loss.backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            weight.grad.zero_()


def main(loader):
    torch.manual_seed(0)
    model = nn.Linear(7, 1)
    opt = torch.optim.SGD(model.parameters(), lr=1e-2)
    for epoch in range(3):
        with_model(model, loader, opt)
        with_none(model, loader, opt)
        after_the_step(model, loader, opt)
        by_helper(model, loader, opt)
