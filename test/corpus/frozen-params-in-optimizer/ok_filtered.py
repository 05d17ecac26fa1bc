import torch
from torch import nn
from torchvision.models import VGG19_Weights, vgg19


def trainable(module):
    return [p for p in module.parameters() if p.requires_grad]


def groups(model, lr, wd):
    decay, plain = [], []
    for name, p in model.named_parameters():
        if not p.requires_grad:
            continue
        (plain if p.ndim == 1 else decay).append(p)
    return [{"params": decay, "weight_decay": wd, "lr": lr}, {"params": plain, "weight_decay": 0.0, "lr": lr}]


def setup(n_classes, mode):
    model = vgg19(weights=VGG19_Weights.DEFAULT)
    for p in model.features.parameters():
        p.requires_grad = False
    model.classifier[-1] = nn.Linear(4096, n_classes)
    if mode == "lambda":
        opt = torch.optim.SGD(filter(lambda p: p.requires_grad, model.parameters()), lr=1e-2, momentum=0.9)
    elif mode == "groups":
        opt = torch.optim.AdamW(groups(model, 1e-4, 0.05))
    elif mode == "part":
        opt = torch.optim.SGD(model.classifier.parameters(), lr=1e-2, momentum=0.9, weight_decay=1e-4)
    else:
        opt = torch.optim.AdamW(trainable(model), lr=1e-4, weight_decay=0.05)
    return model, opt


def train(loader, n_classes, mode, epochs):
    torch.manual_seed(25)
    model, opt = setup(n_classes, mode)
    ce = nn.CrossEntropyLoss()
    for _ in range(epochs):
        model.train()
        for x, y in loader:
            opt.zero_grad()
            ce(model(x), y).backward()
            opt.step()
