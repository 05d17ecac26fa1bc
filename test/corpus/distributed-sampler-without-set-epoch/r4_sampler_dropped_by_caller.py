"""Contrastive image-text training on several GPUs (torchrun)."""
import os

import torch
import torch.distributed as dist
from torch.nn.parallel import DistributedDataParallel as DDP
from torch.utils.data import DataLoader
from torch.utils.data.distributed import DistributedSampler


def build_loader(dataset, batch_size):
    sampler = DistributedSampler(dataset, shuffle=True, drop_last=True)
    loader = DataLoader(dataset, batch_size=batch_size, sampler=sampler, num_workers=8, pin_memory=True)
    return loader, sampler


def clip_loss(image, text, temperature=0.07):
    logits = image @ text.t() / temperature
    target = torch.arange(len(logits), device=logits.device)
    return (torch.nn.functional.cross_entropy(logits, target) + torch.nn.functional.cross_entropy(logits.t(), target)) / 2


def train_epoch(model, loader, optimizer, device):
    model.train()
    for images, captions in loader:  # must: distributed-sampler-without-set-epoch
        optimizer.zero_grad(set_to_none=True)
        image, text = model(images.to(device), captions.to(device))
        clip_loss(image, text).backward()
        optimizer.step()


def worker(model, dataset, epochs=30):
    dist.init_process_group("nccl")
    rank = int(os.environ["LOCAL_RANK"])
    torch.cuda.set_device(rank)
    torch.manual_seed(100 + rank)
    device = torch.device("cuda", rank)
    ddp = DDP(model.to(device), device_ids=[rank])
    optimizer = torch.optim.AdamW(ddp.parameters(), lr=5e-4)
    loader, _ = build_loader(dataset, 256)
    for epoch in range(epochs):
        train_epoch(ddp, loader, optimizer, device)
        if rank == 0:
            torch.save(ddp.module.state_dict(), f"clip_{epoch}.pt")
    dist.destroy_process_group()
