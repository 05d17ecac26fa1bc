import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


class ContrastiveNet(nn.Module):
    def __init__(self, n_in, dim=64):
        super().__init__()
        self.encode = nn.Sequential(nn.Linear(n_in, 256), nn.BatchNorm1d(256), nn.ReLU(), nn.Linear(256, dim))

    def forward(self, x):
        return nn.functional.normalize(self.encode(x), dim=1)


def make_loaders(train: TensorDataset, test: TensorDataset, size=256):
    """Batch norm and the in-batch negatives want full batches while learning, and only then."""
    return DataLoader(train, size, shuffle=True, drop_last=True), DataLoader(test, size, drop_last=False)


def train(net, loader, epochs):
    opt = torch.optim.Adam(net.parameters())
    for _ in range(epochs):
        net.train()
        for a, b in loader:
            logits = net(a) @ net(b).T / 0.1
            loss = nn.functional.cross_entropy(logits, torch.arange(len(a)))
            opt.zero_grad()
            loss.backward()
            opt.step()


@torch.no_grad()
def recall_at_1(net, loader):
    net.eval()
    left, right = zip(*[(net(a), net(b)) for a, b in loader])
    nearest = (torch.cat(left) @ torch.cat(right).T).argmax(dim=1)
    return (nearest == torch.arange(len(nearest))).float().mean().item()


def main(train_set, test_set, n_in):
    torch.manual_seed(1)
    train_loader, test_loader = make_loaders(train_set, test_set)
    net = ContrastiveNet(n_in)
    train(net, train_loader, epochs=20)
    print("recall@1", recall_at_1(net, test_loader))
