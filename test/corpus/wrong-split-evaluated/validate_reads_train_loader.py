"""Segmentation of lung scans."""
import torch
import torch.nn.functional as F
from torch import nn


def dice(logits, masks, eps=1e-6):
    p = logits.sigmoid() > 0.5
    inter = (p * masks).sum()
    return ((2 * inter + eps) / (p.sum() + masks.sum() + eps)).item()


class Engine:
    def __init__(self, unet: nn.Module, train_loader, valid_loader, device):
        self.unet = unet.to(device)
        self.train_loader = train_loader
        self.valid_loader = valid_loader
        self.device = device
        self.opt = torch.optim.Adam(self.unet.parameters(), lr=2e-4)

    def train_one_epoch(self):
        self.unet.train()
        for scans, masks in self.train_loader:
            scans, masks = scans.to(self.device), masks.to(self.device)
            loss = F.binary_cross_entropy_with_logits(self.unet(scans), masks)
            self.opt.zero_grad()
            loss.backward()
            self.opt.step()

    @torch.no_grad()
    def validate(self):
        self.unet.eval()
        scores = []
        for scans, masks in self.train_loader:  # must: wrong-split-evaluated
            scans, masks = scans.to(self.device), masks.to(self.device)
            scores.append(dice(self.unet(scans), masks))
        return sum(scores) / len(scores)

    def run(self, epochs):
        torch.manual_seed(0)
        for epoch in range(epochs):
            self.train_one_epoch()
            print(f"{epoch}: valid dice {self.validate():.4f}")
