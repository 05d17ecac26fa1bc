import torch
from torch import nn
from torch.optim.lr_scheduler import ReduceLROnPlateau, StepLR


class Engine:
    def __init__(self, net, cfg):
        self.net, self.cfg = net, cfg
        self.opt = torch.optim.Adam(net.parameters(), lr=cfg["lr"])
        self.schedule = StepLR(self.opt, step_size=cfg["epochs"] // 3, gamma=0.1)
        self.plateau = ReduceLROnPlateau(self.opt, patience=5)
        self.loss = nn.SmoothL1Loss()

    def _train(self, loader):
        self.net.train()
        for x, y in loader:
            self.opt.zero_grad()
            self.loss(self.net(x), y).backward()
            self.opt.step()

    @torch.no_grad()
    def _evaluate(self, loader):
        self.net.eval()
        return sum(self.loss(self.net(x), y).item() for x, y in loader) / len(loader)

    def _after_epoch(self, val_loss):
        if self.cfg["adaptive"]:
            self.plateau.step(val_loss)
        else:
            self.schedule.step()

    def run(self, train_loader, val_loader):
        torch.manual_seed(self.cfg["seed"])
        for epoch in range(self.cfg["epochs"]):
            self._train(train_loader)
            self._after_epoch(self._evaluate(val_loader))
