import torch
from torch import nn
from torch.nn.parallel import DistributedDataParallel


def place(model, rank, compiled):
    model = model.to(rank, memory_format=torch.channels_last)
    model = DistributedDataParallel(model, device_ids=[rank])
    return torch.compile(model) if compiled else model


def train(model, loader, rank, epochs, compiled=True):
    torch.manual_seed(rank)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9)
    model = place(model, rank, compiled)
    for epoch in range(epochs):
        loader.sampler.set_epoch(epoch)
        model.train()
        for x, y in loader:
            optimizer.zero_grad(set_to_none=True)
            nn.functional.cross_entropy(model(x.to(rank)), y.to(rank)).backward()
            optimizer.step()
