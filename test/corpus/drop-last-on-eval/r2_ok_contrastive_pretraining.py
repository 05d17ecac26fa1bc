"""Pairs need full batches while learning; the probe is scored on every test image."""
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets, transforms as T

torch.manual_seed(60)
tf = T.Compose([T.RandomResizedCrop(32), T.RandomHorizontalFlip(), T.ToTensor()])
twice = T.Lambda(lambda im: torch.stack([tf(im), tf(im)]))
unlabelled = DataLoader(datasets.CIFAR10("d", train=True, transform=twice, download=True), 512, shuffle=True, drop_last=True)
plain_train = DataLoader(datasets.CIFAR10("d", train=True, transform=T.ToTensor()), 512, shuffle=True)
plain_test = DataLoader(datasets.CIFAR10("d", train=False, transform=T.ToTensor()), 512)
body = nn.Sequential(nn.Conv2d(3, 64, 5, 2), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten())
opt = torch.optim.Adam(body.parameters())
for views, _ in unlabelled:
    z = nn.functional.normalize(body(views.flatten(0, 1)), dim=1)
    sim = (z @ z.T / 0.5).fill_diagonal_(-1e9)
    opt.zero_grad()
    nn.functional.cross_entropy(sim, torch.arange(len(z)) ^ 1).backward()
    opt.step()
body.eval()
probe = nn.Linear(64, 10)
opt = torch.optim.Adam(probe.parameters())
for x, y in plain_train:
    with torch.no_grad():
        z = body(x)
    opt.zero_grad()
    nn.functional.cross_entropy(probe(z), y).backward()
    opt.step()
probe.eval()
with torch.no_grad():
    print(sum((probe(body(x)).argmax(1) == y).sum().item() for x, y in plain_test) / 10_000)
