import torch
from torch import nn
from torchvision.models import VGG16_Weights, vgg16


class PerceptualLoss(nn.Module):
    """Distance of VGG features; takes images between 0 and 1."""

    def __init__(self, layers=(3, 8, 15)):
        super().__init__()
        features = vgg16(weights=VGG16_Weights.DEFAULT).features
        self.stages = nn.ModuleList()
        start = 0
        for end in layers:
            self.stages.append(features[start : end + 1])
            start = end + 1
        self.stages.requires_grad_(False)
        self.stages.eval()
        self.mean = torch.tensor([0.485, 0.456, 0.406]).view(1, 3, 1, 1)  # must: tensor-not-registered-buffer
        self.std = torch.tensor([0.229, 0.224, 0.225]).view(1, 3, 1, 1)  # must: tensor-not-registered-buffer

    def normalize(self, image):
        return (image - self.mean) / self.std

    def forward(self, output, target):
        x, y = self.normalize(output), self.normalize(target)
        loss = 0.0
        for stage in self.stages:
            x, y = stage(x), stage(y)
            loss = loss + nn.functional.l1_loss(x, y)
        return loss


def make(device="cuda"):
    return PerceptualLoss().to(device)
