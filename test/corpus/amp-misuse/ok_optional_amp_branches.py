import torch
from torch import nn
from torch.cuda.amp import GradScaler, autocast


def train_one_epoch(model, criterion, optimizer, loader, device, scaler=None):
    model.train()
    for image, target in loader:
        image, target = image.to(device), target.to(device)
        with autocast(enabled=scaler is not None):
            loss = criterion(model(image), target)
        optimizer.zero_grad()
        if scaler is not None:
            scaler.scale(loss).backward()
            scaler.unscale_(optimizer)
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            scaler.step(optimizer)
            scaler.update()
        else:
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()


def main(model, loader, args):
    torch.manual_seed(args.seed)
    device = torch.device(args.device)
    model.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=args.lr)
    scaler = GradScaler() if args.amp else None
    for _ in range(args.epochs):
        train_one_epoch(model, nn.CrossEntropyLoss(), optimizer, loader, device, scaler)
