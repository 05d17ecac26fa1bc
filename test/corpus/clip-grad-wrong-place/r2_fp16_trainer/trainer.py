# main
import torch

from precision import Precision


class Trainer:
    def __init__(self, model, optimizer, criterion, clip=1.0):
        self.model, self.optimizer, self.criterion, self.clip = model, optimizer, criterion, clip
        self.scaler = torch.cuda.amp.GradScaler()
        self.precision = Precision(True)

    def backward(self, loss):
        self.optimizer.zero_grad()
        self.scaler.scale(loss).backward()

    def apply(self):
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), self.clip)  # must: clip-grad-wrong-place
        self.scaler.step(self.optimizer)
        self.scaler.update()

    def fit(self, loader, epochs):
        for _ in range(epochs):
            self.model.train()
            for x, y in loader:
                with self.precision.context():
                    loss = self.criterion(self.model(x.cuda()), y.cuda())
                self.backward(loss)
                self.apply()
