import argparse

import torch
from torch import nn
from torchvision.models import resnet18


class Exported(nn.Module):
    """What is shipped answers with probabilities; what is trained gives logits."""

    def __init__(self, net):
        super().__init__()
        self.net = net
        self.softmax = nn.Softmax(dim=1)

    def forward(self, x):
        return self.softmax(self.net(x))


def train(net, loader, epochs):
    criterion = nn.CrossEntropyLoss()
    opt = torch.optim.Adam(net.parameters(), lr=1e-4)
    net.train()
    for _ in range(epochs):
        for x, y in loader:
            opt.zero_grad()
            loss = criterion(net(x), y)
            loss.backward()
            opt.step()


def main(loader):
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", default="model.ts")
    parser.add_argument("--epochs", type=int, default=3)
    args = parser.parse_args()
    torch.manual_seed(0)
    net = resnet18(num_classes=4)
    train(net, loader, args.epochs)
    net.eval()
    served = Exported(net).eval()
    also = nn.Sequential(net, nn.Softmax(dim=1)).eval()
    example = torch.rand(1, 3, 224, 224)
    with torch.no_grad():
        assert torch.allclose(served(example), also(example))
    torch.jit.trace(served, example).save(args.out)
