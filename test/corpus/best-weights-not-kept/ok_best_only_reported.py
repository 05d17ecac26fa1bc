"""The best score is for the log; the last weights are what is meant to be kept."""
import torch
import torch.nn.functional as F


@torch.no_grad()
def rmse(model, loader):
    model.eval()
    squares = torch.cat([(model(x) - y).pow(2).flatten() for x, y in loader])
    return squares.mean().sqrt().item()


def fit(model, train_loader, dev_loader, epochs, path):
    torch.manual_seed(28)
    opt = torch.optim.Adam(model.parameters(), lr=3e-4)
    curve = []
    for epoch in range(epochs):
        model.train()
        for x, y in train_loader:
            opt.zero_grad()
            F.mse_loss(model(x), y).backward()
            opt.step()
        curve.append(rmse(model, dev_loader))
        print(f"epoch {epoch}: rmse {curve[-1]:.4f} (lowest so far {min(curve):.4f})")
    torch.save(model.state_dict(), path)
