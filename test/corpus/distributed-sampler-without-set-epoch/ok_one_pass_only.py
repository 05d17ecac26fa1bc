"""Embeds a corpus on many GPUs, and trains a single pass over a stream: there is no second epoch to shuffle for."""
import torch
import torch.nn.functional as F
from torch.nn.parallel import DistributedDataParallel as DDP
from torch.utils.data import DataLoader
from torch.utils.data.distributed import DistributedSampler


def embed(model, dataset, rank):
    model.to(rank).eval()
    loader = DataLoader(dataset, batch_size=256, sampler=DistributedSampler(dataset, shuffle=False))
    with torch.inference_mode():
        return torch.cat([model(x.to(rank)).cpu() for x in loader])


def single_pass(model, dataset, rank):
    torch.manual_seed(0)
    net = DDP(model.to(rank), device_ids=[rank])
    opt = torch.optim.AdamW(net.parameters(), lr=3e-4)
    loader = DataLoader(dataset, batch_size=16, sampler=DistributedSampler(dataset))
    net.train()
    for x, y in loader:
        opt.zero_grad()
        F.mse_loss(net(x.to(rank)), y.to(rank)).backward()
        opt.step()
