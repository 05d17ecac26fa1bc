import torch
from torch import nn


class Runner:
    def __init__(self, model, lr):
        self.model = model
        self.opt = torch.optim.Adagrad(model.parameters(), lr=lr)

    def before_batch(self):
        for p in self.model.parameters():
            p.grad = None

    def objective(self, batch):
        raise NotImplementedError

    def go(self, loader, epochs):
        self.model.train()
        for _ in range(epochs):
            for batch in loader:
                self.before_batch()
                self.objective(batch).backward()
                self.opt.step()


class SkipGram(nn.Module):
    def __init__(self, words, dim=100):
        super().__init__()
        self.centre = nn.Embedding(words, dim)
        self.context = nn.Embedding(words, dim)

    def forward(self, c, o):
        return (self.centre(c)[:, None] * self.context(o)).sum(-1)


class WordVectors(Runner):
    def __init__(self, words):
        torch.manual_seed(99)
        super().__init__(SkipGram(words), lr=0.05)
        self.bce = nn.BCEWithLogitsLoss()

    def objective(self, batch):
        centre, others, positive = batch
        return self.bce(self.model(centre, others), positive.float())


def vectors(loader, words):
    runner = WordVectors(words)
    runner.go(loader, epochs=5)
    return runner.model.centre.weight.detach()
