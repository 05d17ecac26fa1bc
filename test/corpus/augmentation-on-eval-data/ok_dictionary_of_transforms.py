"""Random steps for train, fixed steps for val and test, in one dictionary."""
import copy

import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets, models, transforms

torch.manual_seed(3)
norm = transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])
fixed = [transforms.Resize(256), transforms.CenterCrop(224), transforms.ToTensor(), norm]
tfms = {
    "train": transforms.Compose(
        [transforms.RandomResizedCrop(224), transforms.RandAugment(), transforms.ToTensor(), norm]
    ),
    "val": transforms.Compose(fixed),
    "test": transforms.Compose(fixed),
}
sets = {part: datasets.ImageFolder(f"birds/{part}", tfms[part]) for part in tfms}
loaders = {part: DataLoader(s, batch_size=32, shuffle=part == "train") for part, s in sets.items()}

net = models.mobilenet_v3_small(weights="DEFAULT")
net.classifier[-1] = nn.Linear(net.classifier[-1].in_features, len(sets["train"].classes))
opt = torch.optim.SGD(net.parameters(), lr=0.01, momentum=0.9)


@torch.no_grad()
def accuracy(part):
    net.eval()
    hits = sum((net(x).argmax(1) == y).sum().item() for x, y in loaders[part])
    return hits / len(sets[part])


best, weights = 0.0, copy.deepcopy(net.state_dict())
for epoch in range(8):
    net.train()
    for x, y in loaders["train"]:
        opt.zero_grad()
        nn.functional.cross_entropy(net(x), y).backward()
        opt.step()
    score = accuracy("val")
    if score > best:
        best, weights = score, copy.deepcopy(net.state_dict())
net.load_state_dict(weights)
print("test", accuracy("test"))
