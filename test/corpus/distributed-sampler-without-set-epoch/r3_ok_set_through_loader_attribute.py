import itertools

import torch
import torch.distributed as dist
from torch import nn
from torch.utils.data import DataLoader
from torch.utils.data.distributed import DistributedSampler


def forever(loader):
    """Batches without end; every pass has its own order."""
    for epoch in itertools.count():
        if hasattr(loader.sampler, "set_epoch"):
            loader.sampler.set_epoch(epoch)
        yield from loader


def sharded(dataset, batch, shuffle):
    return DataLoader(dataset, batch_size=batch, sampler=DistributedSampler(dataset, shuffle=shuffle))


def perplexity(model, loader):
    model.eval()
    with torch.no_grad():
        total = sum(nn.functional.cross_entropy(model(x), y) for x, y in loader)
    dist.all_reduce(total)
    return (total / (len(loader) * dist.get_world_size())).exp().item()


def pretrain(model, train_set, valid_set, steps=50_000):
    torch.manual_seed(5)
    batches = forever(sharded(train_set, 16, shuffle=True))
    valid = sharded(valid_set, 64, shuffle=False)
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-4)
    model.train()
    for step in range(steps):
        x, y = next(batches)
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(x), y).backward()
        optimizer.step()
        if step % 5000 == 0:
            value = perplexity(model, valid)
            model.train()
            if dist.get_rank() == 0:
                print(step, value)
