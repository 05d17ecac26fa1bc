import torch
from torch import nn


class TagNet(nn.Module):
    def __init__(self, dim, tags):
        super().__init__()
        self.fc1 = nn.Linear(dim, 256)
        self.fc2 = nn.Linear(256, tags)

    def logits(self, x):
        return self.fc2(torch.relu(self.fc1(x)))

    def forward(self, x):
        return torch.sigmoid(self.logits(x))


class Tagger:
    def __init__(self, dim, tags, pos_weight):
        self.net = TagNet(dim, tags)
        self.loss_fn = nn.BCEWithLogitsLoss(pos_weight=pos_weight)
        self.opt = torch.optim.Adam(self.net.parameters(), lr=1e-3)

    def _loss(self, x, y):
        return self.loss_fn(self.net(x), y)  # must: sigmoid-with-bceloss

    def epoch(self, loader):
        self.net.train()
        for x, y in loader:
            self.opt.zero_grad()
            self._loss(x, y).backward()
            self.opt.step()
