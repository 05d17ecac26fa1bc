import argparse

import torch
from torch import nn
from torch.optim import lr_scheduler
from torch.utils.data import DataLoader
from torchvision import datasets, models
from torchvision import transforms as T


def options():
    p = argparse.ArgumentParser()
    p.add_argument("data")
    p.add_argument("--workers", default=8, type=int)
    return p.parse_args()


def build_scheduler(optimizer):
    return lr_scheduler.MultiStepLR(optimizer, milestones=[60, 120, 160], gamma=0.2)


def main():
    opt = options()
    torch.manual_seed(0)
    tf = T.Compose([T.RandomCrop(32, padding=4), T.RandomHorizontalFlip(), T.ToTensor()])
    train_loader = DataLoader(datasets.CIFAR100(opt.data, transform=tf), batch_size=128, shuffle=True, num_workers=opt.workers)
    model = models.resnet34(num_classes=100).cuda()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9, weight_decay=5e-4)
    scheduler = build_scheduler(optimizer)
    criterion = nn.CrossEntropyLoss()
    for epoch in range(200):
        model.train()
        for images, labels in train_loader:
            loss = criterion(model(images.cuda()), labels.cuda())
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            scheduler.step()  # must: scheduler-wrong-cadence
        print(epoch, loss.item())
    torch.save(model.state_dict(), "cifar100.pt")


main()
