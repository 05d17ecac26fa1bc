import torch
import torch.nn as nn
import torch.nn.functional as F


class ConvBase(nn.Module):
    rate = 0.2

    def regularise(self, x):
        return F.dropout2d(x, self.rate, training=True)  # must: functional-dropout-always-on

    def forward(self, x):
        for conv in self.convs:
            x = self.regularise(F.relu(conv(x)))
        return self.head(F.adaptive_max_pool2d(x, 1).flatten(1))


class KeywordSpotter(ConvBase):
    def __init__(self, words=12):
        super().__init__()
        self.convs = nn.ModuleList([nn.Conv2d(1, 64, (20, 8)), nn.Conv2d(64, 64, (10, 4))])
        self.head = nn.Linear(64, words)


class Speech:
    def __init__(self, train, valid, seed=24):
        torch.manual_seed(seed)
        self.train_loader, self.valid_loader = train, valid
        self.net = KeywordSpotter()
        self.opt = torch.optim.Adam(self.net.parameters(), lr=1e-3)

    def epoch(self):
        self.net.train()
        for mfcc, word in self.train_loader:
            self.opt.zero_grad()
            F.cross_entropy(self.net(mfcc), word).backward()
            self.opt.step()

    @torch.no_grad()
    def accuracy(self):
        self.net.eval()
        pairs = [(self.net(mfcc).argmax(1) == word).float() for mfcc, word in self.valid_loader]
        return torch.cat(pairs).mean().item()

    def run(self, epochs=30):
        for n in range(epochs):
            self.epoch()
            print(n, self.accuracy())
