import torch
import torch.nn.functional as F
from torch.optim.lr_scheduler import CosineAnnealingLR


class SimSiamTrainer:
    def __init__(self, model, args):
        self.model = model.cuda()
        self.args = args
        self.optimizer = torch.optim.SGD(self.model.parameters(), lr=args.lr, momentum=0.9, weight_decay=1e-4)
        self.scheduler = CosineAnnealingLR(self.optimizer, T_max=self.args.epochs, eta_min=0)

    def step(self, a, b):
        p1, p2, z1, z2 = self.model(a.cuda(), b.cuda())
        loss = -0.5 * (F.cosine_similarity(p1, z2.detach()).mean() + F.cosine_similarity(p2, z1.detach()).mean())
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()
        self.scheduler.step()  # must: scheduler-wrong-cadence
        return loss.item()

    def train(self, loader):
        torch.manual_seed(self.args.seed)
        for epoch in range(self.args.epochs):
            self.model.train()
            losses = [self.step(a, b) for (a, b), _ in loader]
            print(f"[{epoch}] {sum(losses) / len(losses):.4f}")
