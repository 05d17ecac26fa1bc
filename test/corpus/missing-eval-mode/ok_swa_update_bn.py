"""Batch norm statistics are recomputed in train mode under no_grad: that is what update_bn is for."""
import torch
from torch import nn
from torch.optim.swa_utils import SWALR, AveragedModel, update_bn


def recompute_statistics(loader, model, device):
    """What update_bn does, for loaders of dicts."""
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.reset_running_stats()
            module.momentum = None
    model.train()
    with torch.no_grad():
        for batch in loader:
            model(batch["image"].to(device))


def train(model, train_loader, val_loader, device, epochs=100, swa_start=75):
    torch.manual_seed(0)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    swa_model = AveragedModel(model)
    swa_scheduler = SWALR(optimizer, swa_lr=0.05)
    for epoch in range(epochs):
        model.train()
        for batch in train_loader:
            optimizer.zero_grad()
            out = model(batch["image"].to(device))
            nn.functional.cross_entropy(out, batch["label"].to(device)).backward()
            optimizer.step()
        if epoch >= swa_start:
            swa_model.update_parameters(model)
            swa_scheduler.step()
    recompute_statistics(train_loader, swa_model, device)

    swa_model.eval()
    right = n = 0
    with torch.no_grad():
        for batch in val_loader:
            guess = swa_model(batch["image"].to(device)).argmax(1).cpu()
            right += (guess == batch["label"]).sum().item()
            n += len(guess)
    print(right / n)
