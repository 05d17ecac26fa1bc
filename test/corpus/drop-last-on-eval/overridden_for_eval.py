"""Common arguments of the loaders, with the one for evaluation set back."""
import torch
from torch import nn
from torch.utils.data import DataLoader


class Session:
    COMMON = dict(batch_size=128, num_workers=2, pin_memory=True, drop_last=True)

    def __init__(self, model, train_set, dev_set):
        self.model = model
        self.train_loader = DataLoader(train_set, shuffle=True, **self.COMMON)
        self.dev_loader = DataLoader(dev_set, **{**self.COMMON, "drop_last": False})
        self.optimizer = torch.optim.RAdam(model.parameters(), lr=1e-3)
        self.loss = nn.L1Loss()

    def epoch(self):
        self.model.train()
        for x, y in self.train_loader:
            self.optimizer.zero_grad()
            self.loss(self.model(x), y).backward()
            self.optimizer.step()

    def dev_error(self):
        self.model.eval()
        total = 0.0
        with torch.no_grad():
            for x, y in self.dev_loader:
                total += self.loss(self.model(x), y).item() * len(y)
        return total / len(self.dev_loader.dataset)
