import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel
from torch.utils.data import DataLoader, DistributedSampler


class Hooks:
    def before_epoch(self, epoch):
        sampler = getattr(self.loader, "sampler", None)
        if hasattr(sampler, "set_epoch"):
            sampler.set_epoch(epoch)


class MultiGpuTrainer(Hooks):
    def __init__(self, net, dataset, rank, batch_size):
        self.rank = rank
        self.net = DistributedDataParallel(net.to(rank), device_ids=[rank])
        self.loader = DataLoader(dataset, batch_size, sampler=DistributedSampler(dataset), num_workers=4)
        self.optimizer = torch.optim.SGD(self.net.parameters(), lr=0.1, momentum=0.9, weight_decay=5e-4)
        self.criterion = nn.CrossEntropyLoss()

    def epoch(self):
        self.net.train()
        for x, y in self.loader:
            self.optimizer.zero_grad()
            self.criterion(self.net(x.to(self.rank)), y.to(self.rank)).backward()
            self.optimizer.step()

    def fit(self, epochs):
        for epoch in range(epochs):
            self.before_epoch(epoch)
            self.epoch()


def spawned(rank, world, net, dataset):
    dist.init_process_group("nccl", rank=rank, world_size=world)
    torch.manual_seed(rank)
    MultiGpuTrainer(net, dataset, rank, 128).fit(90)
    dist.destroy_process_group()
