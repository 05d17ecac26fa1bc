import torch
import torch.nn as nn
from torchvision.models import alexnet


def evaluate(model, loader):
    model.eval
    right = n = 0
    with torch.no_grad():
        for x, y in loader:
            right += (model(x).argmax(1) == y).sum().item()  # must: missing-eval-mode
            n += len(y)
    return right / n


def main(train_loader, test_loader):
    torch.manual_seed(0)
    model = alexnet(num_classes=5)
    opt = torch.optim.SGD(model.parameters(), lr=1e-2)
    for epoch in range(10):
        model.train()
        for x, y in train_loader:
            opt.zero_grad()
            nn.functional.cross_entropy(model(x), y).backward()
            opt.step()
        print(epoch, evaluate(model, test_loader))
