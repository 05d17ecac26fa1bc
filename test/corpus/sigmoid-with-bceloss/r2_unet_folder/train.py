# main
import torch
import torch.nn.functional as F

from net import MiniUNet
from vessels import vessel_loader


def dice(p, t, eps=1.0):
    return 1 - (2 * (p * t).sum() + eps) / (p.sum() + t.sum() + eps)


unet = MiniUNet(channels=3)
opt = torch.optim.Adam(unet.parameters(), lr=1e-3)
for epoch in range(30):
    unet.train()
    for img, vessel in vessel_loader("train"):
        pred = unet(img)
        opt.zero_grad()
        loss = F.binary_cross_entropy_with_logits(pred, vessel) + dice(pred, vessel)  # must: sigmoid-with-bceloss
        loss.backward()
        opt.step()
