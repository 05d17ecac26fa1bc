import argparse
import os

import torch
from torchvision.models import resnet18

from loaders import train_loader

ap = argparse.ArgumentParser()
ap.add_argument("--resume", default="")
ap.add_argument("--epochs", type=int, default=90)
args = ap.parse_args()

device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
model = resnet18(num_classes=100).to(device)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
criterion = torch.nn.CrossEntropyLoss()
start_epoch = 0
if args.resume and os.path.isfile(args.resume):
    ckpt = torch.load(args.resume, map_location=device, weights_only=True)
    model.load_state_dict(ckpt["net"])
    start_epoch = ckpt["epoch"] + 1

for epoch in range(start_epoch, args.epochs):
    model.train()
    for x, y in train_loader():
        x, y = x.to(device), y.to(device)
        optimizer.zero_grad()
        criterion(model(x), y).backward()
        optimizer.step()
    torch.save({"net": model.state_dict(), "epoch": epoch}, "checkpoint.pth")  # must: checkpoint-without-optimizer-state
