"""Old torch: test() runs over the test part without learning, train() over the train part."""
import torch
import torch.nn as nn
import torch.optim as optim
from torchvision import datasets, transforms

torch.manual_seed(1)
kwargs = {"batch_size": 64}
tf = transforms.Compose([transforms.ToTensor(), transforms.Normalize((0.1307,), (0.3081,))])
train_loader = torch.utils.data.DataLoader(datasets.MNIST("../data", train=True, download=True, transform=tf), shuffle=True, **kwargs)
test_loader = torch.utils.data.DataLoader(datasets.MNIST("../data", train=False, transform=tf), **kwargs)
model = nn.Sequential(nn.Conv2d(1, 10, 5), nn.MaxPool2d(2), nn.ReLU(), nn.Flatten(), nn.Dropout(), nn.Linear(1440, 10))
optimizer = optim.SGD(model.parameters(), lr=0.01, momentum=0.5)


def iterate(loader, learn):
    model.train(learn)
    hits = 0
    with torch.set_grad_enabled(learn):
        for data, target in loader:
            output = model(data)
            if learn:
                optimizer.zero_grad()
                nn.functional.cross_entropy(output, target).backward()
                optimizer.step()
            hits += output.max(1)[1].eq(target).sum().item()
    return hits / len(loader.dataset)


for epoch in range(1, 11):
    print(epoch, iterate(train_loader, True), iterate(test_loader, False))
