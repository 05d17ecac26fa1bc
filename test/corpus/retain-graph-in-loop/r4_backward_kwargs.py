"""Matrix completion for a book recommender."""
import torch
from torch import nn


class Factors(nn.Module):
    def __init__(self, readers, books, rank):
        super().__init__()
        self.readers = nn.Embedding(readers, rank)
        self.books = nn.Embedding(books, rank)

    def forward(self, reader, book):
        return (self.readers(reader) * self.books(book)).sum(-1)


def optimise(loss, optimizer):
    optimizer.zero_grad()
    loss.backward(retain_graph=True)  # must: retain-graph-in-loop
    optimizer.step()


def run(loader, readers, books, rank=64, epochs=20):
    torch.manual_seed(43)
    model = Factors(readers, books, rank)
    optimizer = torch.optim.Adagrad(model.parameters(), lr=0.05)
    for epoch in range(epochs):
        model.train()
        losses = []
        for reader, book, stars in loader:
            loss = nn.functional.mse_loss(model(reader, book), stars)
            optimise(loss, optimizer)
            losses.append(loss.item())
        print(epoch, sum(losses) / len(losses))
    return model
