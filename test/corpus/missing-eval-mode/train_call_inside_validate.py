import torch
from torch import nn


class ConvBlock(nn.Module):
    def __init__(self, cin, cout):
        super().__init__()
        self.layers = nn.Sequential(nn.Conv2d(cin, cout, 3, padding=1), nn.BatchNorm2d(cout), nn.ReLU(inplace=True))

    def forward(self, x):
        return self.layers(x)


class Classifier(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.features = nn.Sequential(ConvBlock(3, 32), nn.MaxPool2d(2), ConvBlock(32, 64))
        self.head = nn.Linear(64, n)

    def forward(self, x):
        return self.head(self.features(x).mean(dim=(2, 3)))


class Runner(object):
    def __init__(self, loaders, n_classes, lr):
        self.loaders = loaders
        self.model = nn.DataParallel(Classifier(n_classes)).cuda()
        self.criterion = nn.CrossEntropyLoss()
        self.optimizer = torch.optim.SGD(self.model.parameters(), lr=lr, momentum=0.9, nesterov=True)

    def train(self):
        self.model.train()
        for x, y in self.loaders["train"]:
            self.optimizer.zero_grad()
            loss = self.criterion(self.model(x.cuda()), y.cuda())
            loss.backward()
            self.optimizer.step()

    def validate(self):
        # The mode was copied from train() above and never changed.
        self.model.train()
        correct, n = 0, 0
        with torch.no_grad():
            for x, y in self.loaders["val"]:
                prediction = self.model(x.cuda()).argmax(dim=1)  # must: missing-eval-mode
                correct += prediction.eq(y.cuda()).sum().item()
                n += y.numel()
        return correct / max(n, 1)

    def run(self, epochs):
        for _ in range(epochs):
            self.train()
            print("val acc", self.validate())
