import torch
from torch import nn, optim
from torch.optim.lr_scheduler import OneCycleLR


def train_epoch(model, loader, criterion, optimizer, device):
    model.train()
    total = 0.0
    for x, y in loader:
        x, y = x.to(device), y.to(device)
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
        total += loss.item()
    return total / len(loader)


def main(model, train_loader, epochs=30, max_lr=1e-2):
    torch.manual_seed(11)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    model.to(device)
    criterion = nn.CrossEntropyLoss(label_smoothing=0.1)
    optimizer = optim.AdamW(model.parameters(), lr=max_lr)
    scheduler = OneCycleLR(optimizer, max_lr=max_lr, steps_per_epoch=len(train_loader), epochs=epochs)
    for epoch in range(epochs):
        loss = train_epoch(model, train_loader, criterion, optimizer, device)
        scheduler.step()  # must: scheduler-wrong-cadence
        print(epoch, loss, scheduler.get_last_lr()[0])
