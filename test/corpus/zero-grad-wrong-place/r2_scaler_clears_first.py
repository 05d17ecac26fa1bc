import torch
from torch.cuda.amp import GradScaler, autocast


def train_one_epoch(model, criterion, loader, optimizer, scaler: GradScaler, device, log_every=100):
    model.train()
    for n, batch in enumerate(loader, start=1):
        x, y = (t.to(device, non_blocking=True) for t in batch)
        with autocast():
            loss = criterion(model(x), y)
        scaler.scale(loss).backward()
        model.zero_grad()  # must: zero-grad-wrong-place
        scaler.step(optimizer)
        scaler.update()
        if n % log_every == 0:
            print(n, loss.item())


def main(model, train_loader, device, epochs=90):
    model.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    scaler = GradScaler()
    criterion = torch.nn.CrossEntropyLoss(label_smoothing=0.1)
    for epoch in range(epochs):
        train_one_epoch(model, criterion, train_loader, optimizer, scaler, device)
