import numpy as np
import torch
import torch.nn as nn
from sklearn.linear_model import LogisticRegression
from torchvision.models import ResNet50_Weights, resnet50


def build_extractor(device):
    backbone = resnet50(weights=ResNet50_Weights.IMAGENET1K_V2)
    backbone.fc = nn.Identity()
    return backbone.to(device).eval()


def extract(backbone, loader, device):
    feats, labels = [], []
    for images, targets in loader:
        f = backbone(images.to(device))  # must: missing-no-grad
        feats.append(f.cpu().detach().numpy())
        labels.append(targets.numpy())
    return np.concatenate(feats), np.concatenate(labels)


def linear_probe(train_loader, test_loader, device="cuda"):
    backbone = build_extractor(device)
    train_x, train_y = extract(backbone, train_loader, device)
    test_x, test_y = extract(backbone, test_loader, device)
    probe = LogisticRegression(max_iter=2000, C=0.3)
    probe.fit(train_x, train_y)
    return probe.score(test_x, test_y)
