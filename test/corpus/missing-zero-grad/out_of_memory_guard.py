"""A batch that does not fit is left out; the gradients are never cleared."""
import torch
import torch.nn.functional as F
from torch import nn


def train(model, loader, device, epochs=2):
    torch.manual_seed(0)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.9)
    model.train()
    for epoch in range(epochs):
        skipped = 0
        for x, y in loader:
            try:
                loss = F.cross_entropy(model(x.to(device)), y.to(device))
                loss.backward()  # must: missing-zero-grad
            except torch.cuda.OutOfMemoryError:
                torch.cuda.empty_cache()
                skipped += 1
                continue
            optimizer.step()
        print(epoch, "left out", skipped)


def main(loader):
    model = nn.Sequential(nn.Conv3d(1, 16, 3), nn.ReLU(), nn.AdaptiveAvgPool3d(1), nn.Flatten(), nn.Linear(16, 2)).cuda()
    train(model, loader, "cuda")
