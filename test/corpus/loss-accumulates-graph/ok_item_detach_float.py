import torch
import torch.nn.functional as F
from torch import nn


def train(model, loader, opt, device):
    total, smooth, raw, history, last = 0.0, None, torch.zeros(1, device=device), [], 0.0
    model.train()
    for x, y in loader:
        opt.zero_grad()
        loss = F.cross_entropy(model(x.to(device)), y.to(device))
        loss.backward()
        opt.step()
        total += loss.item() * len(x)
        raw += loss.detach()
        last += float(loss)
        history.append(loss.detach().cpu())
        value = loss.data
        smooth = value if smooth is None else 0.9 * smooth + 0.1 * value
    return total / len(loader.dataset), raw / len(loader), last, torch.stack(history).mean(), smooth


@torch.no_grad()
def evaluate(model, loader, device):
    """No graph is made here, so the tensors may be kept."""
    model.eval()
    total = 0
    losses = []
    for x, y in loader:
        loss = F.cross_entropy(model(x.to(device)), y.to(device))
        total += loss
        losses.append(loss)
    return total / len(losses), torch.stack(losses).std()


def main(loader, val_loader, device):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Flatten(), nn.Linear(784, 10)).to(device)
    opt = torch.optim.Adam(model.parameters())
    for _ in range(5):
        print(train(model, loader, opt, device), evaluate(model, val_loader, device))
