import torch
from torch.amp import GradScaler, autocast


class AmpEngine:
    def __init__(self, net, lr):
        self.net = net.cuda()
        self.opt = torch.optim.AdamW(net.parameters(), lr=lr)
        self.scaler = GradScaler("cuda")
        self.ce = torch.nn.CrossEntropyLoss()

    def _loss(self, batch):
        x, y = (t.cuda(non_blocking=True) for t in batch)
        with autocast("cuda", dtype=torch.float16):
            return self.ce(self.net(x), y)

    def step(self, batch):
        self.opt.zero_grad(set_to_none=True)
        loss = self._loss(batch)
        self.scaler.scale(loss).backward()
        self.scaler.unscale_(self.opt)
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.scaler.step(self.opt)  # must: amp-misuse
        return loss.item()

    def epoch(self, loader):
        self.net.train()
        return sum(map(self.step, loader)) / len(loader)
