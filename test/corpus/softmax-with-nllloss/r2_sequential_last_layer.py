from collections import OrderedDict

import torch
from torch import nn, optim
from torchvision import datasets, transforms

trainset = datasets.KMNIST("data", train=True, transform=transforms.ToTensor())
trainloader = torch.utils.data.DataLoader(trainset, batch_size=64, shuffle=True)

model = nn.Sequential(
    OrderedDict(
        [
            ("flat", nn.Flatten()),
            ("fc1", nn.Linear(784, 128)),
            ("relu1", nn.ReLU()),
            ("fc2", nn.Linear(128, 10)),
            ("output", nn.Softmax(dim=1)),
        ]
    )
)
criterion = nn.NLLLoss()
optimizer = optim.SGD(model.parameters(), lr=0.003)
for e in range(5):
    running_loss = 0
    for images, labels in trainloader:
        optimizer.zero_grad()
        loss = criterion(model(images), labels)  # must: softmax-with-nllloss
        loss.backward()
        optimizer.step()
        running_loss += loss.item()
    print(running_loss / len(trainloader))
