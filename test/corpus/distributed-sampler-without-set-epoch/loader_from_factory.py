import torch
import torch.distributed as dist
import torch.multiprocessing as mp
import torch.nn.functional as F
from torch.nn.parallel import DistributedDataParallel as DDP
from torch.utils import data


def prepare(dataset, rank, world_size, batch_size=32):
    sampler = data.DistributedSampler(dataset, num_replicas=world_size, rank=rank, shuffle=True, drop_last=False)
    return data.DataLoader(dataset, batch_size=batch_size, num_workers=0, sampler=sampler)


def worker(rank, world_size, build_model, build_dataset, epochs):
    dist.init_process_group("nccl", rank=rank, world_size=world_size)
    torch.manual_seed(100)
    loader = prepare(build_dataset(), rank, world_size)
    model = DDP(build_model().to(rank), device_ids=[rank])
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4)
    for epoch in range(epochs):
        model.train()
        for x, y in loader:  # must: distributed-sampler-without-set-epoch
            optimizer.zero_grad(set_to_none=True)
            loss = F.mse_loss(model(x.to(rank)), y.to(rank))
            loss.backward()
            optimizer.step()
        if rank == 0:
            print(f"epoch {epoch} loss {loss.item():.4f}")
    dist.destroy_process_group()


def launch(build_model, build_dataset, epochs=20):
    world_size = torch.cuda.device_count()
    mp.spawn(worker, args=(world_size, build_model, build_dataset, epochs), nprocs=world_size)
