import torch
from torch import nn


class Updates:
    def __init__(self, model, steps, lr):
        self.optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9)
        self.scheduler = torch.optim.lr_scheduler.OneCycleLR(self.optimizer, max_lr=lr, total_steps=steps)

    def __call__(self, loss):
        self.optimizer.zero_grad()
        loss.backward()
        self.scheduler.step()  # must: scheduler-before-optimizer
        self.optimizer.step()


def train(model, loader, epochs):
    torch.manual_seed(37)
    update = Updates(model, steps=epochs * len(loader), lr=0.2)
    criterion = nn.MSELoss()
    for _ in range(epochs):
        model.train()
        for x, y in loader:
            update(criterion(model(x), y))
    return model
