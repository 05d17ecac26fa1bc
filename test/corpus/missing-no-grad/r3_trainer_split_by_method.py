import logging

import torch
import torch.nn as nn
from torch.utils.data import DataLoader

log = logging.getLogger("pointcloud")


class PointNet(nn.Module):
    def __init__(self, classes=40):
        super().__init__()
        self.local = nn.Sequential(nn.Conv1d(3, 128, 1), nn.BatchNorm1d(128), nn.ReLU(), nn.Conv1d(128, 512, 1))
        self.head = nn.Sequential(nn.Linear(512, 128), nn.ReLU(), nn.Dropout(0.3), nn.Linear(128, classes))

    def forward(self, cloud):
        return self.head(self.local(cloud).max(dim=2).values)


class Trainer(object):
    def __init__(self, config, train_set, val_set):
        torch.manual_seed(config["seed"])
        self.device = torch.device(config.get("device", "cuda"))
        self.net = PointNet().to(self.device)
        self.loss = nn.CrossEntropyLoss()
        self.optimizer = torch.optim.SGD(self.net.parameters(), lr=config["lr"], momentum=0.9)
        self.loaders = {
            "fit": DataLoader(train_set, batch_size=config["batch"], shuffle=True, num_workers=4),
            "val": DataLoader(val_set, batch_size=config["batch"], num_workers=4),
        }

    def forward_batch(self, batch):
        cloud, kind = (t.to(self.device, non_blocking=True) for t in batch)
        return self.net(cloud), kind

    def fit_epoch(self):
        self.net.train()
        for batch in self.loaders["fit"]:
            out, kind = self.forward_batch(batch)
            self.optimizer.zero_grad()
            self.loss(out, kind).backward()
            self.optimizer.step()

    def validate(self):
        self.net.eval()
        right = 0
        for batch in self.loaders["val"]:
            cloud, kind = batch[0].to(self.device), batch[1].to(self.device)
            out = self.net(cloud)  # must: missing-no-grad
            right += (out.argmax(1) == kind).sum().item()
        return right / len(self.loaders["val"].dataset)

    def run(self, epochs):
        for epoch in range(epochs):
            self.fit_epoch()
            log.info("epoch %d: %.4f", epoch, self.validate())
