import pathlib

import torch
from torch import nn, optim

CKPT_DIR = pathlib.Path("weights")


def last_epoch():
    done = [int(p.stem.split("-")[1]) for p in CKPT_DIR.glob("epoch-*.pth")]
    return max(done, default=-1)


def train(net, loader, num_epochs):
    torch.manual_seed(1234)
    CKPT_DIR.mkdir(exist_ok=True)
    optimizer = optim.Adam(net.parameters(), lr=1e-3)
    loss_fn = nn.BCEWithLogitsLoss()

    start_epoch = last_epoch() + 1
    if start_epoch > 0:
        print(f"resuming from epoch {start_epoch}")
        weights = torch.load(CKPT_DIR / f"epoch-{start_epoch - 1}.pth", map_location="cpu", weights_only=True)
        net.load_state_dict(weights)

    for epoch in range(start_epoch, num_epochs):
        net.train()
        for image, mask in loader:
            optimizer.zero_grad()
            loss = loss_fn(net(image), mask)
            loss.backward()
            optimizer.step()
        torch.save(net.state_dict(), CKPT_DIR / f"epoch-{epoch}.pth")  # must: checkpoint-without-optimizer-state
