# Contrastive pretraining of a small text-image pair of towers.
import torch
import torch.nn.functional as F
from torch.cuda.amp import GradScaler, autocast


def clip_loss(image, text, scale):
    image, text = F.normalize(image, dim=-1), F.normalize(text, dim=-1)
    logits = scale * image @ text.t()
    labels = torch.arange(len(logits), device=logits.device)
    return (F.cross_entropy(logits, labels) + F.cross_entropy(logits.t(), labels)) / 2


def train_one_epoch(towers, loader, optimizer, scaler):
    towers.train()
    for i, (image, text) in enumerate(loader):
        optimizer.zero_grad()
        with autocast():
            loss = clip_loss(*towers(image.cuda(), text.cuda()), scale=20.0)
        scaler.scale(loss).backward()
        scaler.step(optimizer)  # must: amp-misuse
        if i % 200 == 0:
            print(i, loss.item())


def main(towers, loader, epochs=32):
    torch.manual_seed(40)
    towers.cuda()
    optimizer = torch.optim.AdamW(towers.parameters(), lr=5e-4, weight_decay=0.2)
    scaler = GradScaler()
    for _ in range(epochs):
        train_one_epoch(towers, loader, optimizer, scaler)
