import os

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel
from torch.utils.data import DataLoader, DistributedSampler


def make_loader(dataset, train, batch=32):
    sampler = DistributedSampler(dataset, shuffle=train, drop_last=train)
    return DataLoader(dataset, batch_size=batch, sampler=sampler, num_workers=4, pin_memory=True)


@torch.no_grad()
def validate(model, loader):
    model.eval()
    stats = torch.zeros(2, device="cuda")
    for x, y in loader:
        stats[0] += nn.functional.mse_loss(model(x.cuda()), y.cuda(), reduction="sum")
        stats[1] += y.numel()
    dist.all_reduce(stats)
    return (stats[0] / stats[1]).item()


def train(model, data, epochs):
    loaders = {part: make_loader(data[part], train=part == "train") for part in ("train", "valid")}
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4)
    for epoch in range(epochs):
        model.train()
        for x, y in loaders["train"]:  # must: distributed-sampler-without-set-epoch
            optimizer.zero_grad()
            loss = nn.functional.mse_loss(model(x.cuda()), y.cuda())
            loss.backward()
            optimizer.step()
        error = validate(model, loaders["valid"])
        if dist.get_rank() == 0:
            print(epoch, error)


def main(network, data, epochs=50):
    dist.init_process_group("nccl")
    local = int(os.environ["LOCAL_RANK"])
    torch.cuda.set_device(local)
    torch.manual_seed(58)
    train(DistributedDataParallel(network.cuda(), device_ids=[local]), data, epochs)
    dist.destroy_process_group()
