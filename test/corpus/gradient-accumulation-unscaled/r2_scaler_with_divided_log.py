import torch
from torch.cuda.amp import GradScaler, autocast

ACCUM = 4


def train_fn(loader, model, optimizer, criterion, device):
    model.train()
    scaler = GradScaler()
    meter = 0.0
    optimizer.zero_grad()
    for i, data in enumerate(loader):
        image, label = data["image"].to(device), data["label"].to(device)
        with autocast():
            loss = criterion(model(image), label)
        meter += loss.item() / ACCUM
        scaler.scale(loss).backward()  # must: gradient-accumulation-unscaled
        if (i + 1) % ACCUM == 0:
            scaler.step(optimizer)
            scaler.update()
            optimizer.zero_grad(set_to_none=True)
    return meter


def run(model, loader, device="cuda"):
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4)
    criterion = torch.nn.CrossEntropyLoss()
    for fold_epoch in range(5):
        print(fold_epoch, train_fn(loader, model.to(device), optimizer, criterion, device))
