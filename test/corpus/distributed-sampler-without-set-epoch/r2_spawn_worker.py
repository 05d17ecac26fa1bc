import torch
import torch.distributed as dist
import torch.multiprocessing as mp
from torch.nn.parallel import DistributedDataParallel as DDP
from torch.utils.data import DataLoader
from torch.utils.data.distributed import DistributedSampler

from scans import CTDataset, unet


def worker(rank, world):
    dist.init_process_group("nccl", init_method="tcp://127.0.0.1:23456", rank=rank, world_size=world)
    torch.cuda.set_device(rank)
    dataset = CTDataset("train")
    loader = DataLoader(dataset, batch_size=4, sampler=DistributedSampler(dataset, world, rank), num_workers=4)
    net = DDP(unet().cuda(rank), device_ids=[rank])
    opt = torch.optim.Adam(net.parameters(), lr=1e-4)
    for epoch in range(100):
        net.train()
        for scan, mask in loader:  # must: distributed-sampler-without-set-epoch
            opt.zero_grad()
            torch.nn.functional.cross_entropy(net(scan.cuda(rank)), mask.cuda(rank)).backward()
            opt.step()
    dist.destroy_process_group()


if __name__ == "__main__":
    mp.spawn(worker, args=(torch.cuda.device_count(),), nprocs=torch.cuda.device_count())
