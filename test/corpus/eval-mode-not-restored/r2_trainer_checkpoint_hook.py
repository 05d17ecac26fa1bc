import torch
from dataclasses import dataclass


@dataclass
class TrainConfig:
    max_steps: int = 20000
    eval_every: int = 1000
    lr: float = 3e-4


class Trainer:
    def __init__(self, backbone, cfg: TrainConfig, train_loader, val_loader):
        self.net = torch.nn.Sequential(backbone, torch.nn.Dropout(0.1), torch.nn.LazyLinear(50))
        self.cfg = cfg
        self.train_loader, self.val_loader = train_loader, val_loader
        self.optim = torch.optim.AdamW(self.net.parameters(), lr=cfg.lr)
        self.loss = torch.nn.CrossEntropyLoss()
        self.global_step = 0

    def after_step(self):
        self.global_step += 1
        if self.global_step % self.cfg.eval_every == 0:
            print(self.global_step, self.validate())

    @torch.inference_mode()
    def validate(self):
        self.net.eval()
        losses = [self.loss(self.net(x), y).item() for x, y in self.val_loader]
        return sum(losses) / len(losses)

    def train_step(self, x, y):
        loss = self.loss(self.net(x), y)  # must: eval-mode-not-restored
        self.optim.zero_grad(set_to_none=True)
        loss.backward()
        self.optim.step()

    def run(self):
        self.net.train()
        while self.global_step < self.cfg.max_steps:
            for x, y in self.train_loader:
                self.train_step(x, y)
                self.after_step()
