"""Fashion images. The curve called "validation" is drawn with the loader of the final score."""
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets, transforms


def make_loaders(root, batch_size=128):
    tfm = transforms.ToTensor()
    return {
        "train": DataLoader(datasets.FashionMNIST(root, True, tfm), batch_size=batch_size, shuffle=True),
        "test": DataLoader(datasets.FashionMNIST(root, False, tfm), batch_size=batch_size),
    }


def make_net():
    return nn.Sequential(nn.Flatten(), nn.Linear(784, 256), nn.ReLU(), nn.Dropout(0.3), nn.Linear(256, 10))


@torch.no_grad()
def mean_loss(net, loader, device):
    net.eval()
    total, seen = 0.0, 0
    for images, labels in loader:
        images, labels = images.to(device), labels.to(device)
        total += F.cross_entropy(net(images), labels, reduction="sum").item()
        seen += len(labels)
    return total / seen


def main(epochs=20):
    torch.manual_seed(0)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    loaders = make_loaders("data")
    net = make_net().to(device)
    opt = torch.optim.SGD(net.parameters(), lr=0.05, momentum=0.9)
    train_curve, val_curve = [], []
    for _ in range(epochs):
        net.train()
        running = 0.0
        for images, labels in loaders["train"]:
            opt.zero_grad()
            loss = F.cross_entropy(net(images.to(device)), labels.to(device))
            loss.backward()
            opt.step()
            running += loss.item()
        train_curve.append(running / len(loaders["train"]))
        val_curve.append(mean_loss(net, loaders["test"], device))  # must: validation-data-is-test
    plt.plot(train_curve, label="train")
    plt.plot(val_curve, label="validation")
    plt.legend()
    plt.savefig("curves.png")
    print("final test loss", mean_loss(net, loaders["test"], device))


if __name__ == "__main__":
    main()
