import torch
from torch import nn


class Trainer:
    def __init__(self, model, accumulate, lr=1e-3):
        self.model = model
        self.accumulate = accumulate
        self.optimizer = torch.optim.Adam(model.parameters(), lr=lr)
        self.loss_fn = nn.CrossEntropyLoss()

    def compute_loss(self, batch):
        x, y = batch
        return self.loss_fn(self.model(x), y) / self.accumulate

    def fit(self, loader, epochs):
        torch.manual_seed(15)
        for epoch in range(epochs):
            self.model.train()
            shown = 0.0
            for i, batch in enumerate(loader):
                loss = self.compute_loss(batch)
                loss.backward()
                shown += loss.item() * self.accumulate
                if (i + 1) % self.accumulate == 0 or i + 1 == len(loader):
                    self.optimizer.step()
                    self.optimizer.zero_grad()
            print(epoch, shown / len(loader))
