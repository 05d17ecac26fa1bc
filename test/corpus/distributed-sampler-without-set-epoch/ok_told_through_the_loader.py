import torch
import torch.nn.functional as F
from torch.nn.parallel import DistributedDataParallel as DDP
from torch.utils.data import DataLoader, RandomSampler
from torch.utils.data.distributed import DistributedSampler


def get_loader(dataset, batch_size, distributed):
    sampler = DistributedSampler(dataset) if distributed else RandomSampler(dataset)
    return DataLoader(dataset, batch_size=batch_size, sampler=sampler)


class Job:
    def __init__(self, model, dataset, rank, distributed):
        self.rank, self.distributed = rank, distributed
        model = model.to(rank)
        self.model = DDP(model, device_ids=[rank]) if distributed else model
        self.opt = torch.optim.Adam(self.model.parameters(), lr=1e-3)
        self.loader = get_loader(dataset, 64, distributed)

    def _epoch(self, epoch):
        if self.distributed:
            self.loader.sampler.set_epoch(epoch)
        self.model.train()
        for x, y in self.loader:
            self.opt.zero_grad()
            F.cross_entropy(self.model(x.to(self.rank)), y.to(self.rank)).backward()
            self.opt.step()

    def run(self, epochs):
        torch.manual_seed(0)
        for epoch in range(epochs):
            self._epoch(epoch)
