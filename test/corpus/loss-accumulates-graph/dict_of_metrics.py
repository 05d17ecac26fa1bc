from collections import defaultdict

import torch
import torch.nn.functional as F


class Learner:
    def __init__(self, model, lr):
        self.model = model
        self.opt = torch.optim.AdamW(model.parameters(), lr=lr)
        self.metrics = defaultdict(float)

    def losses(self, batch):
        box, cls = self.model(batch["image"])
        return F.smooth_l1_loss(box, batch["box"]), F.cross_entropy(cls, batch["label"])

    def one_epoch(self, loader):
        self.model.train()
        self.metrics.clear()
        for batch in loader:
            box_loss, cls_loss = self.losses(batch)
            loss = box_loss + 0.5 * cls_loss
            self.opt.zero_grad()
            loss.backward()
            self.opt.step()
            self.metrics["loss"] += loss  # must: loss-accumulates-graph
            self.metrics["box"] += box_loss.item()
            self.metrics["cls"] += cls_loss.detach()
        return {k: float(v) / len(loader) for k, v in self.metrics.items()}


def main(model, loader):
    torch.manual_seed(0)
    learner = Learner(model, 1e-4)
    for _ in range(12):
        print(learner.one_epoch(loader))
