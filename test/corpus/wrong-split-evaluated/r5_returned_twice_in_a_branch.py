from torch.utils.data import DataLoader
from torchvision import datasets


def make_loaders(name, batch):
    if name == "cifar10":
        train_set = datasets.CIFAR10("data", train=True, download=True)
        test_set = datasets.CIFAR10("data", train=False)
        return DataLoader(train_set, batch, shuffle=True), DataLoader(test_set, batch)
    if name == "svhn":
        train_set = datasets.SVHN("data", split="train")
        test_set = datasets.SVHN("data", split="test")
        train_loader = DataLoader(train_set, batch, shuffle=True)
        test_loader = DataLoader(test_set, batch)
        return train_loader, train_loader  # must: wrong-split-evaluated
    raise ValueError(name)
