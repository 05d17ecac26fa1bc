import torch


class Loop:
    def __init__(self, model, lr, accum):
        self.model, self.accum = model, accum
        self.opt = torch.optim.AdamW(model.parameters(), lr=lr)
        self.loss = torch.nn.CrossEntropyLoss()

    def _update(self):
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.opt.step()
        self.opt.zero_grad(set_to_none=True)

    def epoch(self, loader):
        self.model.train()
        last = len(loader) - 1
        for i, (x, y) in enumerate(loader):
            (self.loss(self.model(x), y) / self.accum).backward()
            if (i + 1) % self.accum == 0 or i == last:
                self._update()
