import argparse

import torch
from torch.cuda.amp import GradScaler, autocast

from depth import DepthNet, berhu, kitti_loader


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--lr", type=float, default=1e-4)
    p.add_argument("--epochs", type=int, default=15)
    opts = p.parse_args()
    net = DepthNet().cuda().train()
    optimizer = torch.optim.Adam(net.parameters(), lr=opts.lr)
    scaler = GradScaler()
    for epoch in range(opts.epochs):
        for rgb, depth in kitti_loader("train"):
            optimizer.zero_grad()
            with autocast():
                loss = berhu(net(rgb.cuda()), depth.cuda())
            loss.backward()  # must: amp-misuse
            scaler.step(optimizer)
            scaler.update()
        print(epoch, loss.item())


if __name__ == "__main__":
    main()
