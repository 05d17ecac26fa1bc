import torch
from torchvision import models


def make_training(train_loader, val_loader, device):
    model = models.resnet34(num_classes=7).to(device)
    opt = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.9)
    ce = torch.nn.CrossEntropyLoss()

    def score():
        model.eval()
        good = 0
        with torch.no_grad():
            for x, y in val_loader:
                good += (model(x.to(device)).argmax(1).cpu() == y).sum().item()
        return good / len(val_loader.dataset)

    def go(epochs):
        history = []
        for _ in range(epochs):
            for x, y in train_loader:
                opt.zero_grad()
                loss = ce(model(x.to(device)), y.to(device))  # must: eval-mode-not-restored
                loss.backward()
                opt.step()
            history.append(score())
        return history

    return go
