import os

import torch
import torch.nn.functional as F

PATH = "runs/gan.pt"


def train(G, loader, zdim, epochs):
    opt = torch.optim.Adam(G.parameters(), lr=2e-4, betas=(0.5, 0.999))
    scheduler = torch.optim.lr_scheduler.ExponentialLR(opt, 0.99)
    first = 0
    if os.path.exists(PATH):
        saved = torch.load(PATH, map_location="cpu", weights_only=True)
        G.load_state_dict(saved["weights"])
        scheduler.load_state_dict(saved["scheduler"])
        first = saved["next_epoch"]
    for epoch in range(first, epochs):
        G.train()
        for x, code in loader:
            loss = F.l1_loss(G(code), x)
            opt.zero_grad()
            loss.backward()
            opt.step()
        scheduler.step()
        torch.save(
            dict(weights=G.state_dict(), scheduler=scheduler.state_dict(), next_epoch=epoch + 1),  # must: checkpoint-without-optimizer-state
            PATH,
        )
