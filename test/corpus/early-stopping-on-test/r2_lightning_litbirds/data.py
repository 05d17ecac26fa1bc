import torch
from torch.utils.data import DataLoader
from torchvision import datasets, transforms as T


def loaders(root, batch_size, workers=4):
    tf = T.Compose([T.Resize((128, 128)), T.ToTensor()])
    train = datasets.ImageFolder(f"{root}/train", T.Compose([T.RandomHorizontalFlip(), tf]))
    test = datasets.ImageFolder(f"{root}/test", tf)
    g = torch.Generator().manual_seed(0)
    train_loader = DataLoader(train, batch_size, shuffle=True, num_workers=workers, generator=g)
    test_loader = DataLoader(test, batch_size, num_workers=workers)
    return train_loader, test_loader
