import torch
from torch import nn
from torch.cuda.amp import GradScaler, autocast


class Matcher:
    """Sparse and dense parts have an optimizer each; one scaler serves both and is updated once."""

    def __init__(self, rows, dim=64, enabled=True):
        self.table = nn.EmbeddingBag(rows, dim, sparse=True).cuda()
        self.dense = nn.Sequential(nn.Linear(dim, 128), nn.ReLU(), nn.Linear(128, 1)).cuda()
        self.opts = [
            torch.optim.SGD(self.table.parameters(), lr=0.5),
            torch.optim.Adam(self.dense.parameters(), lr=1e-3),
        ]
        self.scaler = GradScaler(enabled=enabled)
        self.enabled = enabled

    def loss(self, ids, clicked):
        with autocast(enabled=self.enabled):
            score = self.dense(self.table(ids)).squeeze(1)
            return nn.functional.binary_cross_entropy_with_logits(score, clicked)

    def step(self, ids, clicked):
        for opt in self.opts:
            opt.zero_grad()
        loss = self.loss(ids.cuda(), clicked.cuda())
        self.scaler.scale(loss).backward()
        for opt in self.opts:
            self.scaler.step(opt)
        self.scaler.update()
        return loss.item()


def bfloat_step(model, optimizer, batch):
    optimizer.zero_grad()
    with torch.autocast("cuda", dtype=torch.bfloat16):
        loss = nn.functional.mse_loss(model(batch["x"]), batch["y"])
    loss.backward()
    optimizer.step()
    return loss.item()
