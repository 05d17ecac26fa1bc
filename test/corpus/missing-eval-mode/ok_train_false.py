import torch
from torch import nn
from torchvision.models import efficientnet_b0


def accuracy(model, loader, device):
    model.train(False)
    hit = n = 0
    with torch.no_grad():
        for x, y in loader:
            hit += (model(x.to(device)).argmax(1).cpu() == y).sum().item()
            n += len(y)
    return hit / n


def run_epoch(model, loader, device, optimizer=None):
    training = optimizer is not None
    model.train(training)
    total = 0.0
    with torch.set_grad_enabled(training):
        for x, y in loader:
            out = model(x.to(device))
            loss = nn.functional.cross_entropy(out, y.to(device))
            if training:
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
            total += loss.item()
    return total / len(loader)


def main(train_loader, val_loader, test_loader):
    torch.manual_seed(0)
    device = torch.device("cuda")
    model = efficientnet_b0(weights=None, num_classes=10).to(device)
    optimizer = torch.optim.RMSprop(model.parameters(), lr=1e-3)
    for epoch in range(30):
        tr = run_epoch(model, train_loader, device, optimizer)
        va = run_epoch(model, val_loader, device)
        print(epoch, tr, va)
    print("test", accuracy(model, test_loader, device))
