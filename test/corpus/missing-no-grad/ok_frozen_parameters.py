"""All parameters are frozen and the images need no gradient, so no graph is ever built."""
import torch
import torch.nn as nn
from torchvision.models import ViT_B_16_Weights, vit_b_16


def frozen_backbone(device):
    vit = vit_b_16(weights=ViT_B_16_Weights.DEFAULT)
    vit.heads = nn.Identity()
    vit.requires_grad_(False)
    vit.eval()
    return vit.to(device)


def cache_features(loader, device):
    vit = frozen_backbone(device)
    bank = []
    for images, _ in loader:
        bank.append(vit(images.to(device)).cpu())
    return torch.cat(bank)


def cache_with_loop(model, loader, device):
    for p in model.parameters():
        p.requires_grad = False
    model.eval()
    return [model(images.to(device)).cpu() for images, _ in loader]
