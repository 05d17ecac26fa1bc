# main
import torch
from torch.utils.data import DataLoader

from interaction.model import PairScorer


class Fit:
    def __init__(self, dim, lr=5e-4):
        self.scorer = PairScorer(dim)
        self.opt = torch.optim.AdamW(self.scorer.parameters(), lr=lr)
        self.criterion = torch.nn.BCEWithLogitsLoss()

    def run(self, pairs, epochs):
        torch.manual_seed(0)
        loader = DataLoader(pairs, batch_size=16, shuffle=True)
        for _ in range(epochs):
            self.scorer.train()
            for left, right, binds in loader:
                score = self.scorer(left, right)
                loss = self.criterion(score, binds.float())  # must: sigmoid-with-bceloss
                self.opt.zero_grad()
                loss.backward()
                self.opt.step()
