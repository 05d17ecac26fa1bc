import os

import torch
from torch.nn.parallel import DistributedDataParallel as DDP
from torch.utils.data import DataLoader, DistributedSampler
from tqdm import tqdm


class Trainer:
    def __init__(self, model, dataset, optimizer, loss_fn, batch_size):
        self.gpu = int(os.environ["LOCAL_RANK"])
        self.model = DDP(model.to(self.gpu), device_ids=[self.gpu])
        self.optimizer, self.loss_fn = optimizer, loss_fn
        self.train_data = DataLoader(dataset, batch_size, pin_memory=True, sampler=DistributedSampler(dataset, seed=5))

    def _run_batch(self, source, target):
        self.optimizer.zero_grad()
        loss = self.loss_fn(self.model(source), target)
        loss.backward()
        self.optimizer.step()
        return loss.item()

    def _run_epoch(self, epoch):
        self.model.train()
        total = 0.0
        for source, target in tqdm(self.train_data, disable=self.gpu != 0):  # must: distributed-sampler-without-set-epoch
            total += self._run_batch(source.to(self.gpu), target.to(self.gpu))
        print(f"[GPU{self.gpu}] epoch {epoch} loss {total / len(self.train_data):.4f}")

    def train(self, max_epochs):
        torch.manual_seed(5)
        for epoch in range(max_epochs):
            self._run_epoch(epoch)
