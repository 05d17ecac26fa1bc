import copy

import torch
from torch.nn.parallel import DistributedDataParallel as DDP


def prepare(model, rank, lr):
    optimizer = torch.optim.AdamW(model.parameters(), lr=lr)
    model = model.to(rank)
    model = torch.compile(model)
    ema = copy.deepcopy(model).requires_grad_(False)
    ema.eval()
    return DDP(model, device_ids=[rank]), ema, optimizer


def train(model, loader, rank):
    model, ema, optimizer = prepare(model, rank, 3e-4)
    model.train()
    for x, y in loader:
        loss = torch.nn.functional.cross_entropy(model(x.to(rank)), y.to(rank))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        with torch.no_grad():
            for slow, fast in zip(ema.parameters(), model.parameters()):
                slow.lerp_(fast, 0.001)
