"""Moving, casting, wrapping and compiling keep the parameters that the optimizer holds."""
import torch
from torch import nn
from torch.nn.parallel import DistributedDataParallel


def build(model, rank, args):
    optimizer = torch.optim.SGD(model.parameters(), lr=args.lr, momentum=0.9)
    model = model.to(rank)
    model = nn.SyncBatchNorm.convert_sync_batchnorm(model)
    if args.channels_last:
        model = model.to(memory_format=torch.channels_last)
    if args.compile:
        model = torch.compile(model)
    return DistributedDataParallel(model, device_ids=[rank]), optimizer


def train(model, loader, rank, args):
    torch.manual_seed(args.seed)
    model, optimizer = build(model, rank, args)
    ce = nn.CrossEntropyLoss()
    for epoch in range(args.epochs):
        model.train()
        for x, y in loader:
            optimizer.zero_grad()
            loss = ce(model(x.to(rank)), y.to(rank))
            loss.backward()
            optimizer.step()
        print(epoch, loss.item())
