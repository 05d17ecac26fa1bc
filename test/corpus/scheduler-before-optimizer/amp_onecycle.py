import torch
from torch import nn
from torch.cuda.amp import GradScaler, autocast
from torch.optim.lr_scheduler import OneCycleLR


class Engine:
    def __init__(self, model, loader, epochs, max_lr=1e-2):
        self.model = model.cuda()
        self.loader = loader
        self.epochs = epochs
        self.optimizer = torch.optim.AdamW(self.model.parameters(), lr=max_lr / 25)
        self.scheduler = OneCycleLR(self.optimizer, max_lr=max_lr, total_steps=epochs * len(loader))
        self.scaler = GradScaler()
        self.criterion = nn.SmoothL1Loss()

    def train_batch(self, x, y):
        self.optimizer.zero_grad(set_to_none=True)
        with autocast():
            loss = self.criterion(self.model(x.cuda()), y.cuda())
        self.scaler.scale(loss).backward()
        self.scheduler.step()  # must: scheduler-before-optimizer
        self.scaler.step(self.optimizer)
        self.scaler.update()
        return loss.item()

    def run(self):
        torch.manual_seed(0)
        for _ in range(self.epochs):
            self.model.train()
            print(sum(self.train_batch(x, y) for x, y in self.loader) / len(self.loader))
