import torch
from torch import nn


class TripletTrainer:
    def __init__(self, net, lr=1e-4, epochs=40):
        self.net = net
        self.optimizer = torch.optim.Adam(net.parameters(), lr=lr)
        self.scheduler = torch.optim.lr_scheduler.StepLR(self.optimizer, step_size=10, gamma=0.3)
        self.criterion = nn.TripletMarginLoss(margin=0.2)
        self.epochs = epochs

    def batch(self, anchor, pos, neg):
        self.optimizer.zero_grad()
        loss = self.criterion(self.net(anchor), self.net(pos), self.net(neg))
        loss.backward()  # must: missing-optimizer-step
        return loss.item()

    def fit(self, loader):
        for epoch in range(self.epochs):
            self.net.train()
            losses = [self.batch(*triple) for triple in loader]
            self.scheduler.step()
            print(epoch, sum(losses) / len(losses))
