import torch
import torch.nn.functional as F
from torchvision.models import resnet18, resnet50


def build(n_classes, ckpt):
    teacher = resnet50(num_classes=n_classes)
    teacher.load_state_dict(torch.load(ckpt, map_location="cpu", weights_only=True))
    teacher.eval()
    student = resnet18(num_classes=n_classes)
    return teacher.cuda(), student.cuda()


def distill(loader, n_classes, ckpt, epochs=40, T=4.0, alpha=0.7):
    torch.manual_seed(21)
    teacher, student = build(n_classes, ckpt)
    optimizer = torch.optim.SGD(teacher.parameters(), lr=0.05, momentum=0.9, weight_decay=5e-4)

    for epoch in range(epochs):
        student.train()
        for x, y in loader:
            x, y = x.cuda(), y.cuda()
            with torch.no_grad():
                soft = F.softmax(teacher(x) / T, dim=1)
            logits = student(x)
            kd = F.kl_div(F.log_softmax(logits / T, dim=1), soft, reduction="batchmean") * T * T
            loss = alpha * kd + (1 - alpha) * F.cross_entropy(logits, y)
            student.zero_grad()
            loss.backward()
            optimizer.step()  # must: wrong-optimizer-for-loss
        print(f"epoch {epoch} last loss {loss.item():.3f}")
    return student
