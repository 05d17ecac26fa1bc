import copy

import torch
import torch.nn.functional as F


def make_teacher(student):
    teacher = copy.deepcopy(student)
    teacher.eval()
    for p in teacher.parameters():
        p.requires_grad_(False)
    return teacher


@torch.no_grad()
def follow(teacher, student, decay):
    for old, new in zip(teacher.parameters(), student.parameters()):
        old.mul_(decay).add_(new, alpha=1 - decay)
    for old, new in zip(teacher.buffers(), student.buffers()):
        old.copy_(new)


def semi_supervised(student, labelled, unlabelled, steps, decay=0.999, threshold=0.95):
    """Mean-teacher training with pseudo labels."""
    teacher = make_teacher(student)
    optimizer = torch.optim.SGD(student.parameters(), lr=0.03, momentum=0.9, nesterov=True)
    student.train()
    for _ in range(steps):
        x, y = next(labelled)
        weak, strong = next(unlabelled)
        with torch.no_grad():
            confidence, pseudo = teacher(weak).softmax(-1).max(-1)
        mask = (confidence > threshold).float()
        loss = F.cross_entropy(student(x), y)
        loss = loss + (F.cross_entropy(student(strong), pseudo, reduction="none") * mask).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        follow(teacher, student, decay)
    return teacher
