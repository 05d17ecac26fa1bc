"""Train a small residual net on CIFAR-10."""
import argparse
import os

import torch
import torch.nn as nn
import torch.optim as optim
import torchvision
import torchvision.transforms as T

MEAN, STD = (0.491, 0.482, 0.447), (0.247, 0.243, 0.262)


class Block(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(c, c, 3, padding=1, bias=False), nn.BatchNorm2d(c), nn.ReLU(),
            nn.Conv2d(c, c, 3, padding=1, bias=False), nn.BatchNorm2d(c),
        )

    def forward(self, x):
        return torch.relu(x + self.body(x))


def build():
    return nn.Sequential(
        nn.Conv2d(3, 64, 3, padding=1), Block(64), nn.MaxPool2d(2), Block(64), nn.AdaptiveAvgPool2d(1),
        nn.Flatten(), nn.Linear(64, 10),
    )


class Runner:
    def __init__(self, opts):
        self.opts = opts
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        plain = [T.ToTensor(), T.Normalize(MEAN, STD)]
        trainset = torchvision.datasets.CIFAR10(
            opts.data, train=True, transform=T.Compose([T.RandomCrop(32, 4), T.RandomHorizontalFlip()] + plain)
        )
        testset = torchvision.datasets.CIFAR10(opts.data, train=False, transform=T.Compose(plain))
        self.trainloader = torch.utils.data.DataLoader(trainset, batch_size=128, shuffle=True)
        self.testloader = torch.utils.data.DataLoader(testset, batch_size=256)
        self.net = build().to(self.device)
        self.criterion = nn.CrossEntropyLoss()
        self.optimizer = optim.SGD(self.net.parameters(), lr=opts.lr, momentum=0.9, weight_decay=5e-4)
        self.best_acc = 0.0

    def train(self):
        self.net.train()
        for inputs, targets in self.trainloader:
            inputs, targets = inputs.to(self.device), targets.to(self.device)
            self.optimizer.zero_grad()
            self.criterion(self.net(inputs), targets).backward()
            self.optimizer.step()

    def test(self, epoch):
        self.net.eval()
        correct = total = 0
        with torch.no_grad():
            for inputs, targets in self.testloader:
                predicted = self.net(inputs.to(self.device)).argmax(1).cpu()
                correct += (predicted == targets).sum().item()
                total += targets.size(0)
        acc = 100.0 * correct / total
        if acc > self.best_acc:  # must: best-epoch-on-test
            print("Saving..")
            os.makedirs("checkpoint", exist_ok=True)
            torch.save({"net": self.net.state_dict(), "acc": acc, "epoch": epoch}, "checkpoint/ckpt.pth")
            self.best_acc = acc
        return acc

    def run(self):
        for epoch in range(self.opts.epochs):
            self.train()
            print(epoch, self.test(epoch))
        print("Best accuracy: %.2f" % self.best_acc)


if __name__ == "__main__":
    ap = argparse.ArgumentParser()
    ap.add_argument("--data", default="./data")
    ap.add_argument("--lr", type=float, default=0.1)
    ap.add_argument("--epochs", type=int, default=100)
    torch.manual_seed(0)
    Runner(ap.parse_args()).run()
