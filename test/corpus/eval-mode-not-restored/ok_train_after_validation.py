import torch
from torch import nn


class Trainer:
    def __init__(self, model, opt, loaders):
        self.model, self.opt, self.loaders = model, opt, loaders
        self.step = 0

    def _train_step(self, batch):
        x, y = batch
        self.opt.zero_grad()
        loss = nn.functional.cross_entropy(self.model(x), y)
        loss.backward()
        self.opt.step()
        return loss.item()

    def _evaluate(self):
        self.model.eval()
        with torch.inference_mode():
            hits = sum((self.model(x).argmax(-1) == y).sum().item() for x, y in self.loaders["val"])
        self.model.train()
        return hits / len(self.loaders["val"].dataset)

    def run(self, max_steps, every=100):
        self.model.train()
        while self.step < max_steps:
            for batch in self.loaders["train"]:
                loss = self._train_step(batch)
                self.step += 1
                if self.step % every == 0:
                    print(self.step, loss, self._evaluate())
                if self.step >= max_steps:
                    break


def main(loaders):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(30, 60), nn.BatchNorm1d(60), nn.ReLU(), nn.Linear(60, 3))
    Trainer(model, torch.optim.Adam(model.parameters()), loaders).run(2000)
