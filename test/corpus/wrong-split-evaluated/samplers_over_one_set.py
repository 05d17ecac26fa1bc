import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader
from torch.utils.data.sampler import SubsetRandomSampler
from torchvision import datasets, transforms

VALID_SIZE = 0.2
torch.manual_seed(10)

train_data = datasets.CIFAR10("data", train=True, download=True, transform=transforms.ToTensor())
test_data = datasets.CIFAR10("data", train=False, download=True, transform=transforms.ToTensor())

indices = np.random.default_rng(10).permutation(len(train_data))
split = int(np.floor(VALID_SIZE * len(train_data)))
train_idx, valid_idx = indices[split:].tolist(), indices[:split].tolist()

train_loader = DataLoader(train_data, batch_size=20, sampler=SubsetRandomSampler(train_idx))
valid_loader = DataLoader(train_data, batch_size=20, sampler=SubsetRandomSampler(valid_idx))
test_loader = DataLoader(test_data, batch_size=20)

model = nn.Sequential(
    nn.Conv2d(3, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(4), nn.Flatten(), nn.Dropout(0.25), nn.Linear(1024, 10)
)
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)


def mean_loss(loader):
    model.eval()
    with torch.no_grad():
        return sum(criterion(model(data), target).item() for data, target in loader) / len(loader)


lowest = np.inf
for epoch in range(1, 31):
    model.train()
    for data, target in train_loader:
        optimizer.zero_grad()
        loss = criterion(model(data), target)
        loss.backward()
        optimizer.step()
    valid_loss = mean_loss(valid_loader)
    if valid_loss <= lowest:
        torch.save(model.state_dict(), "model_cifar.pt")
        lowest = valid_loss

model.load_state_dict(torch.load("model_cifar.pt", map_location="cpu", weights_only=True))
print("test loss", mean_loss(test_loader))
