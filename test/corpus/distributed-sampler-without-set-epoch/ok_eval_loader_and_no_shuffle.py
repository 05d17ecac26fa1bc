import torch
import torch.distributed as dist
import torch.nn.functional as F
from torch.nn.parallel import DistributedDataParallel as DDP
from torch.utils.data import DataLoader, DistributedSampler


@torch.no_grad()
def evaluate(model, loader, rank):
    model.eval()
    sums = torch.zeros(2, device=rank)
    for x, y in loader:
        pred = model(x.to(rank)).argmax(1)
        sums += torch.stack([(pred == y.to(rank)).sum(), torch.tensor(len(y), device=rank)])
    dist.all_reduce(sums)
    return (sums[0] / sums[1]).item()


def run(model, train_set, val_set, rank, epochs):
    torch.manual_seed(3)
    model = DDP(model.to(rank), device_ids=[rank])
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4)
    train_sampler = DistributedSampler(train_set)
    train_loader = DataLoader(train_set, 32, sampler=train_sampler)
    val_loader = DataLoader(val_set, 64, sampler=DistributedSampler(val_set, shuffle=False))
    for epoch in range(epochs):
        train_sampler.set_epoch(epoch)
        model.train()
        for x, y in train_loader:
            optimizer.zero_grad()
            F.cross_entropy(model(x.to(rank)), y.to(rank)).backward()
            optimizer.step()
        acc = evaluate(model, val_loader, rank)
        if rank == 0:
            print(epoch, acc)
