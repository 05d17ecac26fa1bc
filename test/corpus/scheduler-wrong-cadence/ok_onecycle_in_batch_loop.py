import torch
import torch.nn.functional as F
from torch.optim.lr_scheduler import CosineAnnealingLR, OneCycleLR


def make_schedule(kind, optimizer, n_batches, n_epochs):
    """A one-cycle schedule counts batches; the cosine one is given as many."""
    steps = n_batches * n_epochs
    if kind == "onecycle":
        return OneCycleLR(optimizer, max_lr=1e-3, total_steps=steps)
    return CosineAnnealingLR(optimizer, T_max=steps)


def fit(model, loader, n_epochs, kind):
    torch.manual_seed(33)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    schedule = make_schedule(kind, optimizer, len(loader), n_epochs)
    for epoch in range(n_epochs):
        model.train()
        for batch in loader:
            optimizer.zero_grad()
            loss = F.mse_loss(model(batch["x"]), batch["y"])
            loss.backward()
            optimizer.step()
            schedule.step()
        print(epoch, schedule.get_last_lr())
