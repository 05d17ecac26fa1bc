import torch
import torch.nn as nn
from torch.optim import lr_scheduler
from torchvision.models import resnet34


def main(train_loader, device, epochs=60):
    torch.manual_seed(0)
    model = resnet34(num_classes=200).to(device)
    criterion = nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    exp_lr_scheduler = lr_scheduler.StepLR(optimizer, step_size=20, gamma=0.1)
    for epoch in range(epochs):
        exp_lr_scheduler.step()  # must: scheduler-before-optimizer
        model.train()
        for x, y in train_loader:
            optimizer.zero_grad()
            loss = criterion(model(x.to(device)), y.to(device))
            loss.backward()
            optimizer.step()
