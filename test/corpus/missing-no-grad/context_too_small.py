import torch
import torch.nn as nn
from torch.cuda.amp import GradScaler, autocast


class AudioNet(nn.Module):
    def __init__(self, n_mels=64, n_classes=50):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv1d(n_mels, 128, 5, padding=2), nn.BatchNorm1d(128), nn.ReLU())
        self.head = nn.Linear(128, n_classes)

    def forward(self, mel):
        return self.head(self.stem(mel).mean(-1))


def train_epoch(model, loader, optimizer, scaler):
    model.train()
    for mel, label in loader:
        optimizer.zero_grad(set_to_none=True)
        with autocast():
            loss = nn.functional.cross_entropy(model(mel.cuda()), label.cuda())
        scaler.scale(loss).backward()
        scaler.step(optimizer)
        scaler.update()


def valid_epoch(model, loader):
    model.eval()
    hits = total = 0
    for mel, label in loader:
        with torch.no_grad():
            mel, label = mel.cuda(), label.cuda()
        with autocast():
            logits = model(mel)  # must: missing-no-grad
        with torch.no_grad():
            hits += (logits.argmax(1) == label).sum().item()
            total += label.numel()
    return hits / total


def main(train_loader, valid_loader):
    torch.manual_seed(0)
    model = AudioNet().cuda()
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-4)
    scaler = GradScaler()
    for epoch in range(40):
        train_epoch(model, train_loader, optimizer, scaler)
        print(epoch, valid_epoch(model, valid_loader))
