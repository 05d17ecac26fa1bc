# main
import torch

from steps import update


def train(model, train_loader, val_loader, epochs=60):
    loss_fn = torch.nn.L1Loss()
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    steps = torch.optim.lr_scheduler.MultiStepLR(optimizer, milestones=[epochs // 2, epochs * 3 // 4], gamma=0.1)
    for epoch in range(epochs):
        model.train()
        for batch in train_loader:
            update(model, batch, loss_fn, optimizer)
            steps.step()  # must: scheduler-wrong-cadence
        model.eval()
        with torch.no_grad():
            print(epoch, sum(loss_fn(model(x), y).item() for x, y in val_loader) / len(val_loader))
