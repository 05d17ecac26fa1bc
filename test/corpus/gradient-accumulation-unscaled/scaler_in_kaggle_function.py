import torch
from torch import nn
from torch.cuda.amp import GradScaler, autocast
from tqdm import tqdm


class CFG:
    epochs = 6
    lr = 1e-4
    n_accumulate = 8
    device = torch.device("cuda")
    seed = 2022


def train_one_epoch(model, optimizer, dataloader, scaler, epoch):
    model.train()
    criterion = nn.BCEWithLogitsLoss()
    n, running = 0, 0.0
    bar = tqdm(enumerate(dataloader), total=len(dataloader))
    for step, data in bar:
        images = data["image"].to(CFG.device, dtype=torch.float)
        labels = data["label"].to(CFG.device, dtype=torch.float)
        with autocast():
            loss = criterion(model(images).squeeze(1), labels)
        scaler.scale(loss).backward()  # must: gradient-accumulation-unscaled
        if (step + 1) % CFG.n_accumulate == 0:
            scaler.step(optimizer)
            scaler.update()
            optimizer.zero_grad()
        running += loss.item() * images.size(0)
        n += images.size(0)
        bar.set_postfix(epoch=epoch, loss=running / n)
    return running / n


def run(model, dataloader):
    torch.manual_seed(CFG.seed)
    model.to(CFG.device)
    optimizer = torch.optim.AdamW(model.parameters(), lr=CFG.lr)
    scaler = GradScaler()
    return [train_one_epoch(model, optimizer, dataloader, scaler, e) for e in range(CFG.epochs)]
