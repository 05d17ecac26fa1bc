import torch


class Loop:
    """What all experiments share: the epochs and the device."""

    def __init__(self, net, optimizer, loss):
        self.net = net
        self.optimizer = optimizer
        self.loss = loss

    def run(self, train, valid, epochs):
        for epoch in range(epochs):
            self.fit_epoch(train)
            print(epoch, self.check(valid))

    def fit_epoch(self, train):
        self.net.train()
        for x, y in train:
            self.optimizer.zero_grad()
            self.loss(self.net(x), y).backward()
            self.optimizer.step()

    def check(self, valid):
        raise NotImplementedError


def seed(value=11):
    torch.manual_seed(value)
