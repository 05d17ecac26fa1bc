import argparse

import torch
import torch.nn.functional as F
from torch import amp
from torchvision.models.video import r3d_18


def train(loader, args):
    torch.manual_seed(args.seed)
    model = r3d_18(num_classes=args.classes).to("cuda")
    optimizer = torch.optim.SGD(model.parameters(), lr=args.lr, momentum=0.9)
    scaler = amp.GradScaler("cuda")
    for epoch in range(args.epochs):
        model.train()
        for clip, label in loader:
            with amp.autocast("cuda", dtype=torch.float16):
                loss = F.cross_entropy(model(clip.to("cuda")), label.to("cuda"))
            optimizer.zero_grad()
            scaler.scale(loss).backward()
            optimizer.step()  # must: amp-misuse
            scaler.update()
        print(epoch, loss.item())


def parse():
    p = argparse.ArgumentParser()
    p.add_argument("--lr", type=float, default=0.01)
    p.add_argument("--epochs", type=int, default=45)
    p.add_argument("--classes", type=int, default=400)
    p.add_argument("--seed", type=int, default=1)
    return p.parse_args()
