import math

import torch
from torch import nn


def cosine_with_warmup(optimizer, warmup, total):
    def factor(step):
        if step < warmup:
            return (step + 1) / warmup
        return 0.5 * (1 + math.cos(math.pi * (step - warmup) / (total - warmup)))

    return torch.optim.lr_scheduler.LambdaLR(optimizer, factor)


def configure(model, steps):
    decay = [p for p in model.parameters() if p.ndim > 1]
    rest = [p for p in model.parameters() if p.ndim <= 1]
    optimizer = torch.optim.AdamW([{"params": decay, "weight_decay": 0.05}, {"params": rest}], lr=1e-3, weight_decay=0.0)
    return optimizer, cosine_with_warmup(optimizer, 500, steps)


class PatchMixer(nn.Module):
    def __init__(self, classes=200):
        super().__init__()
        self.patch = nn.Conv2d(3, 256, 8, stride=8)
        self.mix = nn.Sequential(nn.Conv2d(256, 256, 7, padding=3, groups=256), nn.GELU(), nn.Conv2d(256, 256, 1), nn.GELU())
        self.head = nn.Linear(256, classes)

    def forward(self, x):
        return self.head(self.mix(self.patch(x)).mean((2, 3)))


def pretrain(loader, epochs):
    torch.manual_seed(2024)
    model = PatchMixer().cuda()
    optimizer, schedule = configure(model, steps=epochs * len(loader))
    model.train()
    for epoch in range(epochs):
        for x, y in loader:
            loss = nn.functional.cross_entropy(model(x.cuda()), y.cuda(), label_smoothing=0.1)
            optimizer.zero_grad()
            loss.backward()
            schedule.step()  # must: scheduler-before-optimizer
            optimizer.step()
        print(epoch, optimizer.param_groups[0]["lr"], loss.item())
    return model
