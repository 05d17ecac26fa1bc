import torch
from torch import nn
from torch.cuda.amp import GradScaler, autocast


class Stepper:
    """Everything between the loss and the new weights."""

    def __init__(self, params, lr, max_norm):
        self.params = list(params)
        self.optimizer = torch.optim.AdamW(self.params, lr=lr)
        self.scaler = GradScaler()
        self.max_norm = max_norm

    def __call__(self, loss):
        self.optimizer.zero_grad()
        self.scaler.scale(loss).backward()
        norm = self._clip()
        self.scaler.step(self.optimizer)
        self.scaler.update()
        return norm

    def _clip(self):
        self.scaler.unscale_(self.optimizer)
        return nn.utils.clip_grad_norm_(self.params, self.max_norm)


def train_one_epoch(model, loader, stepper, loss_fn):
    model.train()
    for step, (x, y) in enumerate(loader):
        with autocast():
            loss = loss_fn(model(x.cuda()), y.cuda())
        norm = stepper(loss)
        if step % 100 == 0:
            print(step, loss.item(), norm.item())


def main(model, loader):
    torch.manual_seed(5)
    model.cuda()
    stepper = Stepper(model.parameters(), 3e-4, 1.0)
    for _ in range(10):
        train_one_epoch(model, loader, stepper, nn.CrossEntropyLoss())
