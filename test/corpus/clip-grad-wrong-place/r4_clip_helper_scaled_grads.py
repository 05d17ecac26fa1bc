import torch
from omegaconf import DictConfig
from torch import nn
from torch.cuda.amp import GradScaler, autocast


def limit_norm(parameters, cfg):
    if cfg.max_norm:
        torch.nn.utils.clip_grad_norm_(parameters, cfg.max_norm)  # must: clip-grad-wrong-place


class Engine:
    def __init__(self, model: nn.Module, cfg: DictConfig):
        self.model = model.cuda()
        self.cfg = cfg
        self.opt = torch.optim.AdamW(model.parameters(), lr=cfg.lr)
        self.scaler = GradScaler()

    def update(self, images, boxes):
        self.opt.zero_grad(set_to_none=True)
        with autocast():
            losses = self.model(images, boxes)
            total = sum(losses.values())
        self.scaler.scale(total).backward()
        limit_norm(self.model.parameters(), self.cfg)
        self.scaler.step(self.opt)
        self.scaler.update()
        return {name: value.item() for name, value in losses.items()}

    def run(self, loader):
        self.model.train()
        for step, (images, boxes) in enumerate(loader):
            parts = self.update([i.cuda() for i in images], [{k: v.cuda() for k, v in b.items()} for b in boxes])
            if step % self.cfg.log_every == 0:
                print(step, parts)
