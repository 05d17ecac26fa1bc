import torch
import torch.nn.functional as F
from torchvision.models import mobilenet_v3_small, resnet50


def distill(train_loader, epochs=10, T=4.0):
    teacher = resnet50(weights="IMAGENET1K_V2")
    student = mobilenet_v3_small(num_classes=1000)
    teacher.eval()
    optim = torch.optim.SGD(teacher.parameters(), lr=0.05, momentum=0.9)
    for _ in range(epochs):
        student.train()
        for x, _ in train_loader:
            with torch.no_grad():
                soft = F.softmax(teacher(x) / T, dim=1)
            loss = F.kl_div(F.log_softmax(student(x) / T, dim=1), soft, reduction="batchmean") * T * T
            student.zero_grad()
            loss.backward()
            optim.step()  # must: wrong-optimizer-for-loss
