import contextlib

import torch


def train_one(model, criterion, optimizer, loader, scaler=None, device="cuda"):
    model.train()
    for image, target in loader:
        image, target = image.to(device), target.to(device)
        context = torch.autocast(device) if scaler is not None else contextlib.nullcontext()
        with context:
            loss = criterion(model(image), target)
        optimizer.zero_grad()
        if scaler is not None:
            scaler.scale(loss).backward()
            scaler.step(optimizer)
            scaler.update()
        else:
            loss.backward()
            optimizer.step()


def main(args, model, loader):
    optimizer = torch.optim.SGD(model.parameters(), lr=args.lr)
    scaler = torch.amp.GradScaler("cuda") if args.amp else None
    for _ in range(args.epochs):
        train_one(model, torch.nn.CrossEntropyLoss(), optimizer, loader, scaler)
