# main
import torch
from torch import nn

from schedules import setup


class Run:
    def __init__(self, net, loader, epochs):
        self.net, self.loader, self.epochs = net, loader, epochs
        self.optimizer, self.schedule = setup(net, lr=0.1, epochs=epochs, batches=len(loader))
        self.loss = nn.CrossEntropyLoss()

    def epoch(self):
        self.net.train()
        for x, y in self.loader:
            self.optimizer.zero_grad()
            loss = self.loss(self.net(x), y)
            loss.backward()
            self.optimizer.step()
        self.schedule.step()  # must: scheduler-wrong-cadence
        return loss.item()

    def all(self):
        torch.manual_seed(23)
        for i in range(self.epochs):
            print(i, self.epoch())
