from torch.utils.data import DataLoader
from torch.utils.data.distributed import DistributedSampler
from torchvision import datasets, transforms


def distributed_loader(root, train, batch_size):
    steps = [transforms.RandomHorizontalFlip()] if train else []
    ds = datasets.CIFAR100(root, train=train, transform=transforms.Compose([*steps, transforms.ToTensor()]))
    sampler = DistributedSampler(ds, shuffle=train)
    return DataLoader(ds, batch_size=batch_size, sampler=sampler), sampler
