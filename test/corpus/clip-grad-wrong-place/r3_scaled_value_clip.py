import argparse

import torch
import torch.nn as nn
import torch.optim as optim
from torch.cuda.amp import GradScaler, autocast


class Denoiser(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.net = nn.Sequential(
            nn.Conv1d(1, width, 31, padding=15), nn.GELU(),
            nn.Conv1d(width, width, 31, padding=15), nn.GELU(),
            nn.Conv1d(width, 1, 31, padding=15),
        )

    def forward(self, wave):
        return wave + self.net(wave)


def update(parts, noisy, clean, limit):
    model, optimizer, scaler = parts
    optimizer.zero_grad()
    with autocast():
        loss = nn.functional.l1_loss(model(noisy), clean)
    scaler.scale(loss).backward()
    if limit > 0:
        nn.utils.clip_grad_value_(model.parameters(), limit)  # must: clip-grad-wrong-place
    scaler.step(optimizer)
    scaler.update()
    return loss.item()


def main():
    ap = argparse.ArgumentParser("denoise")
    ap.add_argument("--pairs", default="pairs.pt")
    ap.add_argument("--width", type=int, default=48)
    ap.add_argument("--limit", type=float, default=1.0)
    ap.add_argument("--epochs", type=int, default=30)
    args = ap.parse_args()
    torch.manual_seed(6)
    noisy, clean = torch.load(args.pairs, map_location="cpu", weights_only=True)
    loader = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(noisy, clean), batch_size=16, shuffle=True)
    model = Denoiser(args.width).cuda()
    parts = model, optim.Adam(model.parameters(), lr=3e-4), GradScaler()
    for epoch in range(args.epochs):
        model.train()
        losses = [update(parts, n.cuda(), c.cuda(), args.limit) for n, c in loader]
        print(epoch, sum(losses) / len(losses))
    torch.save(model.state_dict(), "denoiser.pt")


if __name__ == "__main__":
    main()
