import torch
from torch import nn


def microbatches(loader, size):
    group = []
    for batch in loader:
        group.append(batch)
        if len(group) == size:
            yield group
            group = []


def train(model, loader, optimizer, accumulate, pad, epochs=1):
    """Sums the token losses of a group of batches and divides by its tokens before stepping."""
    total_loss = nn.CrossEntropyLoss(ignore_index=pad, reduction="sum")
    for _ in range(epochs):
        model.train()
        for group in microbatches(loader, accumulate):
            tokens = sum(int((target != pad).sum()) for _, target in group)
            optimizer.zero_grad()
            for source, target in group:
                logits = model(source, target[:, :-1])
                (total_loss(logits.flatten(0, 1), target[:, 1:].flatten()) / tokens).backward()
            optimizer.step()
