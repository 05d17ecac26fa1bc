"""Trainer with callbacks: who clears the gradients?"""
import torch
from torch import nn


class Hook:
    def after_backward(self, trainer):
        pass

    def after_step(self, trainer):
        pass


class LossHistory(Hook):
    def __init__(self):
        self.values = []

    def after_step(self, trainer):
        self.values.append(trainer.loss.item())


class Trainer:
    def __init__(self, model, lr, hooks):
        self.model, self.hooks = model, hooks
        self.optimizer = torch.optim.Adam(model.parameters(), lr=lr)
        self.criterion = nn.CrossEntropyLoss()

    def notify(self, event):
        for hook in self.hooks:
            getattr(hook, event)(self)

    def batch(self, x, y):
        self.loss = self.criterion(self.model(x), y)
        self.loss.backward()
        self.notify("after_backward")
        self.optimizer.zero_grad()  # must: zero-grad-wrong-place
        self.optimizer.step()
        self.notify("after_step")

    def fit(self, loader, epochs):
        for _ in range(epochs):
            self.model.train()
            for x, y in loader:
                self.batch(x, y)


def train(model, loader, epochs=10):
    torch.manual_seed(75)
    history = LossHistory()
    Trainer(model, 1e-3, [history]).fit(loader, epochs)
    return history.values
