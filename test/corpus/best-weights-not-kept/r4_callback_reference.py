"""Small training framework with callbacks; word spotting on log-mel frames."""
import torch
from torch import nn
from torch.utils.data import DataLoader


class Callback:
    def on_epoch_end(self, trainer, metrics):
        pass

    def on_fit_end(self, trainer):
        pass


class RestoreBest(Callback):
    def __init__(self, monitor="val_loss"):
        self.monitor = monitor
        self.lowest = float("inf")
        self.snapshot = None

    def on_epoch_end(self, trainer, metrics):
        if metrics[self.monitor] < self.lowest:
            self.lowest = metrics[self.monitor]
            self.snapshot = trainer.model.state_dict()  # must: best-weights-not-kept

    def on_fit_end(self, trainer):
        trainer.model.load_state_dict(self.snapshot)
        trainer.model.eval()


class Trainer:
    def __init__(self, model, lr, callbacks=()):
        self.model = model
        self.optimizer = torch.optim.Adam(model.parameters(), lr=lr)
        self.criterion = nn.CrossEntropyLoss()
        self.callbacks = list(callbacks)

    def validate(self, loader):
        self.model.eval()
        total = 0.0
        with torch.no_grad():
            for frames, word in loader:
                total += self.criterion(self.model(frames), word).item()
        return {"val_loss": total / len(loader)}

    def fit(self, train_set, val_set, epochs):
        torch.manual_seed(1)
        train_loader = DataLoader(train_set, batch_size=64, shuffle=True)
        val_loader = DataLoader(val_set, batch_size=64)
        for _ in range(epochs):
            self.model.train()
            for frames, word in train_loader:
                self.optimizer.zero_grad()
                self.criterion(self.model(frames), word).backward()
                self.optimizer.step()
            metrics = self.validate(val_loader)
            for callback in self.callbacks:
                callback.on_epoch_end(self, metrics)
        for callback in self.callbacks:
            callback.on_fit_end(self)


def train_spotter(model, train_set, val_set):
    Trainer(model, 1e-3, [RestoreBest()]).fit(train_set, val_set, epochs=50)
    return model
