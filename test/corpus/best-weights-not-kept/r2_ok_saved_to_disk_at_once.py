import os

import torch


class Checkpointer:
    def __init__(self, folder, keep_best="max"):
        self.folder, self.sign = folder, 1 if keep_best == "max" else -1
        self.top = -float("inf")
        os.makedirs(folder, exist_ok=True)

    def __call__(self, score, model, optimizer, epoch):
        state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch}
        torch.save(state, os.path.join(self.folder, "last.pt"))
        if self.sign * score > self.top:
            self.top = self.sign * score
            torch.save(state, os.path.join(self.folder, "best.pt"))


def fit(model, optimizer, criterion, train_loader, val_loader, epochs, folder):
    keep = Checkpointer(folder)
    for epoch in range(epochs):
        model.train()
        for x, y in train_loader:
            optimizer.zero_grad()
            criterion(model(x), y).backward()
            optimizer.step()
        model.eval()
        with torch.no_grad():
            hits = sum((model(x).argmax(1) == y).sum().item() for x, y in val_loader)
        keep(hits / len(val_loader.dataset), model, optimizer, epoch)
