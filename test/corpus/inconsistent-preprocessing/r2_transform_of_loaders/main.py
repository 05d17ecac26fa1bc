# main
import torch
import torch.nn.functional as F
from torch.utils.data import DataLoader
from torchvision import datasets, transforms as T
from torchvision.models import resnet18

from transforms_ import train_transform


def loaders(root, batch):
    train = datasets.CIFAR100(root, train=True, download=True, transform=train_transform())
    plain = T.Compose([T.ToTensor(), T.Normalize([0.5, 0.5, 0.5], [0.5, 0.5, 0.5])])  # must: inconsistent-preprocessing
    test = datasets.CIFAR100(root, train=False, download=True, transform=plain)
    return DataLoader(train, batch, shuffle=True, num_workers=2), DataLoader(test, batch, num_workers=2)


@torch.no_grad()
def accuracy(net, loader, device):
    net.eval()
    hits = sum((net(x.to(device)).argmax(1).cpu() == y).sum().item() for x, y in loader)
    return hits / len(loader.dataset)


def main():
    torch.manual_seed(2)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    train_loader, test_loader = loaders("data", 128)
    net = resnet18(num_classes=100).to(device)
    opt = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9, weight_decay=5e-4)
    for _ in range(60):
        net.train()
        for x, y in train_loader:
            opt.zero_grad()
            F.cross_entropy(net(x.to(device)), y.to(device)).backward()
            opt.step()
    print(accuracy(net, test_loader, device))


main()
