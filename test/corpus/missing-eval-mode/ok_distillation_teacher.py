import torch
import torch.nn.functional as F
from torchvision import models


def kd_loss(student_logits, teacher_logits, labels, alpha=0.9, temp=4.0):
    soft = F.kl_div(
        F.log_softmax(student_logits / temp, dim=1), F.softmax(teacher_logits / temp, dim=1), reduction="batchmean"
    )
    return alpha * temp * temp * soft + (1 - alpha) * F.cross_entropy(student_logits, labels)


def distill(train_loader, val_loader, device, epochs=30):
    torch.manual_seed(2)
    teacher = models.resnet50(weights="DEFAULT").to(device).eval()
    student = models.mobilenet_v3_small(num_classes=1000).to(device)
    optimizer = torch.optim.AdamW(student.parameters(), lr=5e-4)
    for epoch in range(epochs):
        student.train()
        for x, y in train_loader:
            x, y = x.to(device), y.to(device)
            with torch.no_grad():
                target = teacher(x)
            loss = kd_loss(student(x), target, y)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()

        student.eval()
        top1 = 0
        with torch.no_grad():
            for x, y in val_loader:
                top1 += (student(x.to(device)).argmax(1).cpu() == y).sum().item()
        print(epoch, top1 / len(val_loader.dataset))
