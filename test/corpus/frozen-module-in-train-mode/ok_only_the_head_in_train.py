import torch
import torch.nn.functional as F
from torch import nn
from torchvision.models import efficientnet_v2_s


def features_of(backbone, x):
    with torch.no_grad():
        return backbone(x)


def main(loader, n_classes, epochs=8):
    torch.manual_seed(71)
    backbone = efficientnet_v2_s(weights="DEFAULT")
    backbone.classifier = nn.Identity()
    backbone.requires_grad_(False)
    backbone.eval()
    head = nn.Sequential(nn.Dropout(0.2), nn.Linear(1280, n_classes))
    optimizer = torch.optim.AdamW(head.parameters(), lr=1e-3)
    for epoch in range(epochs):
        head.train()
        for x, y in loader:
            loss = F.cross_entropy(head(features_of(backbone, x)), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        print(epoch, loss.item())
