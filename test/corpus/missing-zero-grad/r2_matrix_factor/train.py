# main
import torch
from torch import nn

from engine import clip_and_step


class Factors(nn.Module):
    def __init__(self, users, items, rank=32):
        super().__init__()
        self.u = nn.Embedding(users, rank)
        self.i = nn.Embedding(items, rank)

    def forward(self, u, i):
        return (self.u(u) * self.i(i)).sum(-1)


def epoch_of(model, loader, optimizer):
    seen, total = 0, 0.0
    for users, items, ratings in loader:
        loss = nn.functional.mse_loss(model(users, items), ratings)
        loss.backward()  # must: missing-zero-grad
        clip_and_step(model, optimizer)
        total += loss.item() * len(users)
        seen += len(users)
    return total / seen


def main(loader, users, items):
    model = Factors(users, items)
    optimizer = torch.optim.Adagrad(model.parameters(), lr=0.01)
    for epoch in range(10):
        print(epoch, epoch_of(model, loader, optimizer))
