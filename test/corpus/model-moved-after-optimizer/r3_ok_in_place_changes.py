"""Between optimizer and loop the parameters are moved, cast, tied and copied into, but never replaced."""
import torch
from torch import nn
from torch.nn.parallel import DistributedDataParallel


class LanguageModel(nn.Module):
    def __init__(self, words, dim=256):
        super().__init__()
        self.embed = nn.Embedding(words, dim)
        self.rnn = nn.GRU(dim, dim, batch_first=True)
        self.out = nn.Linear(dim, words, bias=False)

    def forward(self, ids):
        return self.out(self.rnn(self.embed(ids))[0])


def warm_start(model, path):
    old = torch.load(path, map_location="cpu", weights_only=True)
    model.load_state_dict(old, strict=False)
    with torch.no_grad():
        model.out.weight.copy_(old["embed.weight"])


def set_up(words, path, rank, lr=1e-3):
    torch.manual_seed(29)
    model = LanguageModel(words)
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    warm_start(model, path)
    model.to(rank)
    return DistributedDataParallel(torch.compile(model), device_ids=[rank]), optimizer


def grow(model, optimizer, words):
    """A bigger vocabulary needs a new output layer, and the optimizer is told about it."""
    model.out = nn.Linear(model.out.in_features, words, bias=False)
    optimizer = torch.optim.Adam(model.parameters(), lr=optimizer.param_groups[0]["lr"])
    return model, optimizer


def train(model, optimizer, chunks, rank, epochs=3):
    model.train()
    for epoch in range(epochs):
        for ids in chunks:
            ids = ids.to(rank)
            optimizer.zero_grad()
            loss = nn.functional.cross_entropy(model(ids[:, :-1]).flatten(0, 1), ids[:, 1:].flatten())
            loss.backward()
            optimizer.step()
        print(epoch, loss.item())
