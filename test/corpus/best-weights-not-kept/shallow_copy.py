import copy

import torch
import torch.nn.functional as F


class Forecaster:
    def __init__(self, net, lr=1e-3):
        self.net = net
        self.opt = torch.optim.AdamW(net.parameters(), lr=lr)

    def _epoch(self, loader):
        self.net.train()
        for past, future in loader:
            loss = F.l1_loss(self.net(past), future)
            self.opt.zero_grad()
            loss.backward()
            self.opt.step()

    @torch.inference_mode()
    def _validate(self, loader):
        self.net.eval()
        errors = [F.l1_loss(self.net(past), future, reduction="none").flatten() for past, future in loader]
        return torch.cat(errors).mean().item()

    def fit(self, loader, val_loader, epochs=100):
        torch.manual_seed(63)
        lowest, keep = None, None
        for _ in range(epochs):
            self._epoch(loader)
            mae = self._validate(val_loader)
            if lowest is None or mae < lowest:
                lowest = mae
                keep = copy.copy(self.net.state_dict())  # must: best-weights-not-kept
        self.net.load_state_dict(keep)
        self.net.eval()
        return lowest
