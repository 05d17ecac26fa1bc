# main
import torch

from checkpoints import latest, load_into


def train(model, loader, folder, epochs=50):
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    criterion = torch.nn.HuberLoss()
    start_epoch = 0
    newest = latest(folder)
    if newest is not None:
        start_epoch = newest[0] + 1
        load_into(model, newest[1])
    for epoch in range(start_epoch, epochs):
        model.train()
        for x, y in loader:
            optimizer.zero_grad()
            criterion(model(x), y).backward()
            optimizer.step()
        torch.save(model.state_dict(), f"{folder}/epoch{epoch}.pt")  # must: checkpoint-without-optimizer-state
