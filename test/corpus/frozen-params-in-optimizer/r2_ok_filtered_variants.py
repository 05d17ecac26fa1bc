import torch
from torch import nn
from torchvision.models import squeezenet1_1


def trainable(module):
    yield from filter(lambda p: p.requires_grad, module.parameters())


def last_layers_only(classes):
    net = squeezenet1_1(weights="DEFAULT")
    for p in net.features.parameters():
        p.requires_grad = False
    net.classifier[1] = nn.Conv2d(512, classes, 1)
    return net, torch.optim.Adam(trainable(net), lr=1e-3, weight_decay=1e-4)


def with_groups(encoder, head):
    encoder.requires_grad_(False)
    groups = [{"params": head.parameters(), "lr": 1e-3}]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def ema_teacher(student, make):
    teacher = make()
    teacher.load_state_dict(student.state_dict())
    teacher.requires_grad_(False)
    teacher.eval()
    return teacher, torch.optim.AdamW(student.parameters(), lr=1e-3, weight_decay=0.05)
