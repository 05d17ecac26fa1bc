"""Reports the accuracy of the train part beside that of the test part, each by its name."""
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision.datasets import USPS
from torchvision.transforms import ToTensor


@torch.no_grad()
def accuracy(net, loader):
    net.eval()
    hit = sum((net(x).argmax(1) == y).sum().item() for x, y in loader)
    return hit / len(loader.dataset)


def main():
    torch.manual_seed(3)
    train_set, test_set = (USPS("data", train=flag, transform=ToTensor(), download=True) for flag in (True, False))
    shuffled = DataLoader(train_set, batch_size=64, shuffle=True)
    train_eval_loader = DataLoader(train_set, batch_size=1024)
    test_loader = DataLoader(test_set, batch_size=1024)
    net = nn.Sequential(nn.Flatten(), nn.Linear(256, 128), nn.ReLU(), nn.Dropout(0.2), nn.Linear(128, 10))
    sgd = torch.optim.SGD(net.parameters(), lr=0.1)
    for _ in range(10):
        net.train()
        for x, y in shuffled:
            sgd.zero_grad()
            nn.functional.cross_entropy(net(x), y).backward()
            sgd.step()
    train_acc = accuracy(net, train_eval_loader)
    test_acc = accuracy(net, test_loader)
    print(f"train {train_acc:.3f} test {test_acc:.3f} gap {train_acc - test_acc:.3f}")


main()
