import argparse
import os

import torch
import torch.nn.functional as F
from torchvision.models import shufflenet_v2_x1_0


def save(path, model, optimizer, scheduler, epoch):
    torch.save(
        {"model": model.state_dict(), "opt": optimizer.state_dict(), "sched": scheduler.state_dict(), "epoch": epoch}, path
    )


def train_epoch(model, loader, optimizer):
    model.train()
    for x, y in loader:
        optimizer.zero_grad()
        loss = F.cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()


def main(loader):
    parser = argparse.ArgumentParser()
    parser.add_argument("--resume", default="")
    parser.add_argument("--epochs", type=int, default=90)
    args = parser.parse_args()
    torch.manual_seed(0)
    model = shufflenet_v2_x1_0(num_classes=10)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30)
    start = 0
    if args.resume and os.path.isfile(args.resume):
        checkpoint = torch.load(args.resume, map_location="cpu", weights_only=True)
        model.load_state_dict(checkpoint["model"])
        optimizer.load_state_dict(checkpoint["opt"])
        scheduler.load_state_dict(checkpoint["sched"])
        start = checkpoint["epoch"] + 1
    for epoch in range(start, args.epochs):
        train_epoch(model, loader, optimizer)
        scheduler.step()
        save("last.pt", model, optimizer, scheduler, epoch)
