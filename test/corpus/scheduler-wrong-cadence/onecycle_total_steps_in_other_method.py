import torch
from torch.cuda.amp import GradScaler, autocast


class Fitter:
    def __init__(self, model, loader, config):
        self.model, self.loader, self.config = model.cuda(), loader, config
        self.optimizer = torch.optim.AdamW(model.parameters(), lr=config.lr)
        self.scaler = GradScaler()
        n_steps = len(self.loader) * config.n_epochs
        self.scheduler = torch.optim.lr_scheduler.OneCycleLR(self.optimizer, config.lr, total_steps=n_steps)

    def fit(self):
        torch.manual_seed(self.config.seed)
        for epoch in range(self.config.n_epochs):
            self.train_one_epoch()
            self.end_of_epoch(epoch)

    def end_of_epoch(self, epoch):
        self.scheduler.step()  # must: scheduler-wrong-cadence
        self.model.eval()
        torch.save(self.model.state_dict(), f"{self.config.folder}/epoch_{epoch}.bin")

    def train_one_epoch(self):
        self.model.train()
        for images, targets in self.loader:
            self.optimizer.zero_grad()
            with autocast():
                loss = self.model(images.cuda(), targets.cuda())
            self.scaler.scale(loss).backward()
            self.scaler.step(self.optimizer)
            self.scaler.update()
