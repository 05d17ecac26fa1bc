import torch
import torch.nn.functional as F
from torch.cuda.amp import GradScaler, autocast


class Trainer:
    def __init__(self, model, train_loader):
        self.model = model.cuda()
        self.train_loader = train_loader
        self.opt = torch.optim.SGD(self.model.parameters(), lr=0.1)
        self.scaler = GradScaler()
        self.epoch_loss = 0.0

    def train(self):
        self.model.train()
        self.epoch_loss = 0.0
        for x, y in self.train_loader:
            with autocast():
                loss = F.cross_entropy(self.model(x.cuda()), y.cuda())
            self.opt.zero_grad()
            self.scaler.scale(loss).backward()
            self.scaler.step(self.opt)
            self.scaler.update()
            self.epoch_loss += loss  # must: loss-accumulates-graph
        self.epoch_loss /= len(self.train_loader)


def main(model, loader, epochs):
    torch.manual_seed(0)
    trainer = Trainer(model, loader)
    for _ in range(epochs):
        trainer.train()
        print(float(trainer.epoch_loss))
