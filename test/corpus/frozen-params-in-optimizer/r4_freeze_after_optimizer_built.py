import torch
from torch import nn
from torchvision.models import EfficientNet_B0_Weights, efficientnet_b0


def freeze_features(model):
    for p in model.features.parameters():
        p.requires_grad = False


def make_optimizer(model, cfg):
    return torch.optim.AdamW(model.parameters(), lr=cfg["lr"], weight_decay=cfg["weight_decay"])  # must: frozen-params-in-optimizer


def run(loader, cfg):
    torch.manual_seed(cfg["seed"])
    model = efficientnet_b0(weights=EfficientNet_B0_Weights.DEFAULT)
    model.classifier[1] = nn.Linear(model.classifier[1].in_features, cfg["classes"])
    optimizer = make_optimizer(model, cfg)
    freeze_features(model)
    criterion = nn.CrossEntropyLoss(label_smoothing=0.1)
    for _ in range(cfg["epochs"]):
        model.train()
        model.features.eval()
        for x, y in loader:
            optimizer.zero_grad()
            criterion(model(x), y).backward()
            optimizer.step()
    return model
