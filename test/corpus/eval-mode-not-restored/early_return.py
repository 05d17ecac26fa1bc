import torch
import torch.nn.functional as F
from torch import nn


class Net(nn.Module):
    def __init__(self, d, k):
        super().__init__()
        self.fc1, self.fc2, self.drop = nn.Linear(d, 128), nn.Linear(128, k), nn.Dropout(0.5)

    def forward(self, x):
        return self.fc2(self.drop(F.relu(self.fc1(x))))


def check(model, loader, best):
    """Returns the better of the old and the new accuracy."""
    model.eval()
    right = n = 0
    with torch.no_grad():
        for x, y in loader:
            right += (model(x).argmax(1) == y).sum().item()
            n += len(y)
    if right / n <= best:
        return best
    torch.save(model.state_dict(), "best.pth")
    model.train()
    return right / n


def main(batches, val_loader, d, k):
    torch.manual_seed(0)
    model = Net(d, k)
    opt = torch.optim.Adam(model.parameters(), lr=1e-3)
    best = 0.0
    model.train()
    for step, (x, y) in enumerate(batches):
        loss = F.cross_entropy(model(x), y)  # must: eval-mode-not-restored
        opt.zero_grad()
        loss.backward()
        opt.step()
        if (step + 1) % 100 == 0:
            best = check(model, val_loader, best)
