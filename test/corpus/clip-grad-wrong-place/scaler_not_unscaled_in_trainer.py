import torch
from torch import nn
from torch.cuda.amp import GradScaler, autocast


class SegmentationTrainer:
    """Trains a U-Net in mixed precision."""

    def __init__(self, net, cfg):
        self.net = net.cuda()
        self.cfg = cfg
        self.opt = torch.optim.AdamW(self.net.parameters(), lr=cfg["lr"], weight_decay=cfg["wd"])
        self.scaler = GradScaler(enabled=cfg["amp"])
        self.criterion = nn.CrossEntropyLoss(ignore_index=255)

    def optimize(self, loss):
        self.opt.zero_grad(set_to_none=True)
        self.scaler.scale(loss).backward()
        if self.cfg["grad_clip"] > 0:
            torch.nn.utils.clip_grad_norm_(self.net.parameters(), self.cfg["grad_clip"])  # must: clip-grad-wrong-place
        self.scaler.step(self.opt)
        self.scaler.update()

    def train(self, loader):
        torch.manual_seed(self.cfg["seed"])
        for epoch in range(self.cfg["epochs"]):
            self.net.train()
            running = 0.0
            for image, mask in loader:
                image, mask = image.cuda(non_blocking=True), mask.cuda(non_blocking=True)
                with autocast(enabled=self.cfg["amp"]):
                    loss = self.criterion(self.net(image), mask)
                self.optimize(loss)
                running += loss.item()
            print(f"epoch {epoch}: {running / len(loader):.4f}")
