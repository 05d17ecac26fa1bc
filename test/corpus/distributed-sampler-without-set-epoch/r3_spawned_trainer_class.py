import torch
import torch.distributed as dist
import torch.multiprocessing as mp
import torch.nn.functional as F
from torch.nn.parallel import DistributedDataParallel as DDP
from torch.utils.data import DataLoader, TensorDataset
from torch.utils.data.distributed import DistributedSampler


class Worker:
    def __init__(self, rank, world, rows):
        torch.manual_seed(70)
        self.rank = rank
        self.sampler = DistributedSampler(rows, num_replicas=world, rank=rank)
        self.loader = DataLoader(rows, batch_size=256, sampler=self.sampler)
        net = torch.nn.Sequential(torch.nn.Linear(90, 256), torch.nn.ReLU(), torch.nn.Linear(256, 1))
        self.net = DDP(net.to(rank), device_ids=[rank])
        self.opt = torch.optim.Adam(self.net.parameters(), lr=1e-3)

    def _epoch(self):
        self.net.train()
        for x, year in self.loader:  # must: distributed-sampler-without-set-epoch
            self.opt.zero_grad()
            loss = F.mse_loss(self.net(x.to(self.rank)).squeeze(1), year.to(self.rank))
            loss.backward()
            self.opt.step()
        return loss.item()

    def run(self, epochs):
        for epoch in range(epochs):
            loss = self._epoch()
            if self.rank == 0:
                print(epoch, loss)
                torch.save(self.net.module.state_dict(), "year.pt")


def job(rank, world, path, epochs):
    dist.init_process_group("nccl", init_method="tcp://127.0.0.1:29511", rank=rank, world_size=world)
    songs = torch.load(path, map_location="cpu", weights_only=True)
    Worker(rank, world, TensorDataset(songs["x"], songs["year"])).run(epochs)
    dist.destroy_process_group()


if __name__ == "__main__":
    n = torch.cuda.device_count()
    mp.spawn(job, args=(n, "songs.pt", 40), nprocs=n)
