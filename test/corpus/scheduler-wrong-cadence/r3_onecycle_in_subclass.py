import torch
from torch import nn


class Base:
    def __init__(self, net, loader, epochs):
        self.net, self.loader, self.epochs = net, loader, epochs
        self.optimizer = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
        self.scheduler = self.make_scheduler()

    def make_scheduler(self):
        return None

    def one_epoch(self):
        self.net.train()
        for x, y in self.loader:
            self.optimizer.zero_grad()
            loss = nn.functional.cross_entropy(self.net(x), y)
            loss.backward()
            self.optimizer.step()
        return loss.item()


class SuperConvergence(Base):
    def make_scheduler(self):
        return torch.optim.lr_scheduler.OneCycleLR(
            self.optimizer, max_lr=0.4, epochs=self.epochs, steps_per_epoch=len(self.loader)
        )

    def run(self):
        for epoch in range(self.epochs):
            print(epoch, self.one_epoch())
            self.scheduler.step()  # must: scheduler-wrong-cadence


def resnet9(classes):
    def block(i, o):
        return nn.Sequential(nn.Conv2d(i, o, 3, padding=1), nn.BatchNorm2d(o), nn.ReLU(), nn.MaxPool2d(2))

    return nn.Sequential(block(3, 64), block(64, 128), block(128, 256), nn.AdaptiveMaxPool2d(1), nn.Flatten(), nn.Linear(256, classes))


def go(loader, classes=100):
    torch.manual_seed(3)
    SuperConvergence(resnet9(classes), loader, epochs=24).run()
