import torch
from torch.utils.data import DataLoader


def make_loader(dataset, batch, training):
    return DataLoader(dataset, batch_size=batch, shuffle=training, drop_last=training, pin_memory=True)


def both(train_set, test_set, batch=64):
    return make_loader(train_set, batch, training=True), make_loader(test_set, batch, training=False)


@torch.no_grad()
def score(model, test_loader):
    model.eval()
    return sum((model(x).argmax(-1) == y).sum().item() for x, y in test_loader) / len(test_loader.dataset)
