"""The teacher of a mean teacher sees noise like the student: its pass under no_grad is a part of the training step."""
import copy

import torch
import torch.nn.functional as F
from torch import nn


def network(classes):
    return nn.Sequential(
        nn.Conv2d(3, 32, 3), nn.BatchNorm2d(32), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Dropout(0.5),
        nn.Linear(32, classes),
    )


def train(labelled, unlabelled, val_loader, classes, epochs=20, decay=0.99):
    torch.manual_seed(0)
    student = network(classes)
    teacher = copy.deepcopy(student)
    for p in teacher.parameters():
        p.detach_()
    optimizer = torch.optim.Adam(student.parameters(), lr=1e-3)
    for epoch in range(epochs):
        student.train()
        teacher.train()
        for (x, y), (u1, u2) in zip(labelled, unlabelled):
            with torch.no_grad():
                target = teacher(u2).softmax(1)
            supervised = F.cross_entropy(student(x), y)
            consistency = F.mse_loss(student(u1).softmax(1), target)
            loss = supervised + consistency
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            with torch.no_grad():
                for t, s in zip(teacher.parameters(), student.parameters()):
                    t.mul_(decay).add_(s, alpha=1 - decay)
        teacher.eval()
        with torch.no_grad():
            hits = sum((teacher(x).argmax(1) == y).sum().item() for x, y in val_loader)
        print(epoch, hits / len(val_loader.dataset))
