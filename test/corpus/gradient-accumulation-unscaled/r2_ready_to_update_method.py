from dataclasses import dataclass

import torch


@dataclass(frozen=True)
class Settings:
    micro_batches: int = 4
    lr: float = 1e-3


class SegTrainer:
    def __init__(self, net, settings=Settings()):
        self.net = net
        self.settings = settings
        self.opt = torch.optim.SGD(net.parameters(), lr=settings.lr, momentum=0.9)
        self.criterion = torch.nn.CrossEntropyLoss(ignore_index=255)
        self.seen = 0

    def ready(self):
        return self.seen % self.settings.micro_batches == 0

    def consume(self, image, mask):
        loss = self.criterion(self.net(image), mask)
        loss.backward()  # must: gradient-accumulation-unscaled
        self.seen += 1
        if self.ready():
            self.opt.step()
            self.opt.zero_grad()
        return loss.item()

    def epoch(self, loader):
        self.net.train()
        return [self.consume(image, mask) for image, mask in loader]
