import torch
from torch import nn


def set_requires_grad(nets, flag):
    for net in nets:
        for p in net.parameters():
            p.requires_grad = flag


def alternate(a2b, d_b, loader, epochs):
    torch.manual_seed(10)
    opt_g = torch.optim.Adam(a2b.parameters(), lr=2e-4)
    opt_d = torch.optim.Adam(d_b.parameters(), lr=2e-4)
    bce = nn.BCEWithLogitsLoss()
    a2b.train()
    d_b.train()
    for _ in range(epochs):
        for a, b in loader:
            fake_b = a2b(a)

            set_requires_grad([d_b], True)
            opt_d.zero_grad()
            for images, truth in ((b, 1.0), (fake_b.clone().detach(), 0.0)):
                logits = d_b(images)
                bce(logits, torch.full_like(logits, truth)).backward()
            opt_d.step()

            set_requires_grad([d_b], False)
            opt_g.zero_grad()
            logits = d_b(fake_b)
            bce(logits, torch.ones_like(logits)).backward()
            opt_g.step()
