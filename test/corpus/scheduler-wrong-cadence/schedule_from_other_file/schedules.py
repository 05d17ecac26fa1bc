import torch
from torch.optim.lr_scheduler import OneCycleLR


def setup(model, lr, epochs, batches):
    """An optimizer and a one-cycle schedule over all the batches of all the epochs."""
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9, weight_decay=5e-4)
    schedule = OneCycleLR(optimizer, max_lr=lr, total_steps=epochs * batches, pct_start=0.2)
    return optimizer, schedule
