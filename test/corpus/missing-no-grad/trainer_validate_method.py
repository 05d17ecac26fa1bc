import logging

import torch
from torch import nn

log = logging.getLogger(__name__)


class SegmentationTrainer:
    def __init__(self, net: nn.Module, optimizer: torch.optim.Optimizer, device: str = "cuda"):
        self.net = net.to(device)
        self.optimizer = optimizer
        self.device = device
        self.bce = nn.BCEWithLogitsLoss()

    def _step(self, batch):
        image, mask = batch["image"].to(self.device), batch["mask"].to(self.device)
        self.optimizer.zero_grad()
        loss = self.bce(self.net(image), mask)
        loss.backward()
        self.optimizer.step()
        return loss.item()

    def train(self, loader):
        self.net.train()
        losses = [self._step(batch) for batch in loader]
        return sum(losses) / len(losses)

    def validate(self, loader):
        self.net.eval()
        total, count = 0.0, 0
        for batch in loader:
            image, mask = batch["image"].to(self.device), batch["mask"].to(self.device)
            logits = self.net(image)  # must: missing-no-grad
            total += self.bce(logits, mask).item() * len(image)
            count += len(image)
        return total / count

    def fit(self, train_loader, val_loader, epochs):
        for epoch in range(epochs):
            tr, va = self.train(train_loader), self.validate(val_loader)
            log.info("epoch %d train %.4f val %.4f", epoch, tr, va)
