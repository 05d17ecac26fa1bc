"""Mixed precision can be switched off; clipping sees true gradients either way."""
from contextlib import nullcontext

import torch
from torch import nn


class Precision:
    def __init__(self, half):
        self.scaler = torch.amp.GradScaler("cuda") if half else None

    def context(self):
        return torch.autocast("cuda", dtype=torch.float16) if self.scaler else nullcontext()

    def step(self, loss, optimizer, params, max_norm):
        if self.scaler is None:
            loss.backward()
            nn.utils.clip_grad_norm_(params, max_norm)
            optimizer.step()
            return
        self.scaler.scale(loss).backward()
        self.scaler.unscale_(optimizer)
        nn.utils.clip_grad_norm_(params, max_norm)
        self.scaler.step(optimizer)
        self.scaler.update()


def train(model, loader, half, epochs=10, max_norm=5.0):
    torch.manual_seed(40)
    params = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(params, lr=2e-4)
    precision = Precision(half)
    for epoch in range(epochs):
        model.train()
        for mel, target in loader:
            optimizer.zero_grad()
            with precision.context():
                loss = nn.functional.mse_loss(model(mel), target)
            precision.step(loss, optimizer, params, max_norm)
        print(epoch, loss.item())
