# main
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision.datasets import ImageFolder

from transforms import SIZE, train_transform

torch.manual_seed(6)
train = ImageFolder("signs/train", transform=train_transform())
test = ImageFolder("signs/test", transform=train_transform())  # must: augmentation-on-eval-data

net = nn.Sequential(nn.Flatten(), nn.Linear(3 * SIZE * SIZE, 100), nn.ReLU(), nn.Linear(100, len(train.classes)))
opt = torch.optim.SGD(net.parameters(), lr=0.02)
for epoch in range(15):
    net.train()
    for images, labels in DataLoader(train, batch_size=50, shuffle=True):
        opt.zero_grad()
        nn.functional.cross_entropy(net(images), labels).backward()
        opt.step()

net.eval()
right = 0
with torch.no_grad():
    for images, labels in DataLoader(test, batch_size=200):
        right += (net(images).argmax(1) == labels).sum().item()
print(right / len(test))
