import torch
import torch.nn.functional as F
from torch import nn


class Head(nn.Module):
    def __init__(self, channels, anchors):
        super().__init__()
        self.objectness = nn.Conv2d(channels, anchors, 1)
        self.boxes = nn.Conv2d(channels, anchors * 4, 1)

    def forward(self, features):
        return {"obj": self.objectness(features), "box": self.boxes(features)}


class DetectionLoss(nn.Module):
    def __init__(self, box_weight=5.0):
        super().__init__()
        self.box_weight = box_weight

    def forward(self, out, target):
        obj = out["obj"].sigmoid()
        obj_loss = F.binary_cross_entropy_with_logits(obj, target["obj"])  # must: sigmoid-with-bceloss
        mask = target["obj"].repeat_interleave(4, dim=1)
        box_loss = (F.smooth_l1_loss(out["box"], target["box"], reduction="none") * mask).sum() / mask.sum().clamp_min(1)
        return obj_loss + self.box_weight * box_loss


def step(backbone, head, criterion, optimizer, images, target):
    backbone.train()
    head.train()
    optimizer.zero_grad()
    loss = criterion(head(backbone(images)), target)
    loss.backward()
    optimizer.step()
    return loss.item()
