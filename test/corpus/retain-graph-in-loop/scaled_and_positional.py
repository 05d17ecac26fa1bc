import torch
from torch import nn
from torch.cuda.amp import GradScaler, autocast


def train(model, loader, cfg):
    torch.manual_seed(cfg["seed"])
    model.cuda()
    optimizer = torch.optim.SGD(model.parameters(), lr=cfg["lr"], momentum=0.9)
    scaler = GradScaler()
    dice, bce = cfg["dice"], nn.BCEWithLogitsLoss()
    for epoch in range(cfg["epochs"]):
        model.train()
        for volume, mask in loader:
            volume, mask = volume.cuda(), mask.cuda()
            optimizer.zero_grad()
            with autocast():
                logits = model(volume)
                total = bce(logits, mask) + dice(logits.sigmoid(), mask)
            scaler.scale(total).backward(retain_graph=True)  # must: retain-graph-in-loop
            scaler.step(optimizer)
            scaler.update()
        print(epoch, total.item())
