import torch
import torch.nn.functional as F
from torch import nn
from torch.optim.lr_scheduler import LinearLR, SequentialLR, StepLR


class Noam:
    """Wraps an optimizer: one step() sets the rate and then steps it."""

    def __init__(self, optimizer, dim, warmup):
        self.optimizer, self.dim, self.warmup, self.n = optimizer, dim, warmup, 0

    def zero_grad(self):
        self.optimizer.zero_grad()

    def step(self):
        self.n += 1
        rate = self.dim**-0.5 * min(self.n**-0.5, self.n * self.warmup**-1.5)
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        self.optimizer.step()


def with_closure(model, x, y):
    optimizer = torch.optim.LBFGS(model.parameters(), lr=1.0)
    scheduler = StepLR(optimizer, 10, 0.5)
    for _ in range(30):

        def closure():
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            return loss

        optimizer.step(closure)
        scheduler.step()


def with_noam(model, loader):
    opt = Noam(torch.optim.Adam(model.parameters(), lr=0), 512, 4000)
    for x, y in loader:
        opt.zero_grad()
        F.mse_loss(model(x), y).backward()
        opt.step()


def with_chain(model, loader, epochs):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = SequentialLR(optimizer, [LinearLR(optimizer, 0.01, total_iters=5), StepLR(optimizer, 30)], milestones=[5])
    for _ in range(epochs):
        for x, y in loader:
            optimizer.zero_grad()
            F.mse_loss(model(x), y).backward()
            optimizer.step()
        scheduler.step()


def main(loader, x, y):
    torch.manual_seed(0)
    with_closure(nn.Linear(2, 1), x, y)
    with_noam(nn.Linear(2, 1), loader)
    with_chain(nn.Linear(2, 1), loader, 90)
