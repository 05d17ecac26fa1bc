import torch
from torch.utils.data import DataLoader, DistributedSampler


class LMTrainer:
    def __init__(self, model, dataset, cfg):
        self.model = torch.nn.parallel.DistributedDataParallel(model, device_ids=[cfg["local_rank"]])
        self.opt = torch.optim.AdamW(model.parameters(), lr=cfg["lr"])
        self.sampler = DistributedSampler(dataset, shuffle=True, drop_last=True)
        self.loader = DataLoader(dataset, batch_size=cfg["batch"], sampler=self.sampler, pin_memory=True)
        self.cfg = cfg

    def _run_batch(self, ids):
        loss = self.model(input_ids=ids, labels=ids).loss
        self.opt.zero_grad(set_to_none=True)
        loss.backward()
        self.opt.step()

    def _run_epoch(self, epoch):
        print(f"rank {self.cfg['local_rank']} epoch {epoch}")
        for ids in self.loader:  # must: distributed-sampler-without-set-epoch
            self._run_batch(ids.to(self.cfg["local_rank"]))

    def train(self):
        self.model.train()
        for epoch in range(self.cfg["epochs"]):
            self._run_epoch(epoch)
