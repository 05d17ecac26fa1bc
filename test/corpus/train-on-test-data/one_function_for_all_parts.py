import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset, random_split


def run_epoch(model, loader, criterion, optimizer=None):
    """One pass over a loader; learns only when an optimizer is given."""
    training = optimizer is not None
    model.train(training)
    total, n = 0.0, 0
    with torch.set_grad_enabled(training):
        for x, y in loader:
            loss = criterion(model(x), y)
            if training:
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
            total += loss.item() * len(y)
            n += len(y)
    return total / n


def main(dataset: Dataset, epochs=10):
    torch.manual_seed(9)
    generator = torch.Generator().manual_seed(9)
    parts = dict(zip(("train", "val", "test"), random_split(dataset, [0.7, 0.15, 0.15], generator=generator)))
    loaders = {name: DataLoader(part, batch_size=32, shuffle=name == "train") for name, part in parts.items()}
    model = nn.Sequential(nn.Linear(dataset[0][0].numel(), 64), nn.ReLU(), nn.Dropout(0.1), nn.Linear(64, 1), nn.Flatten(0))
    criterion = nn.MSELoss()
    optimizer = torch.optim.Adam(model.parameters())
    for epoch in range(epochs):
        fit_loss = run_epoch(model, loaders["train"], criterion, optimizer)
        print(epoch, fit_loss, run_epoch(model, loaders["val"], criterion))
    print("test", run_epoch(model, loaders["test"], criterion))
