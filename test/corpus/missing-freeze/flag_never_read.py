import argparse

import torch
from torch import nn, optim
from torchvision.models import DenseNet161_Weights, densenet161


def parse_args():
    p = argparse.ArgumentParser()
    p.add_argument("--num-classes", type=int, default=5)
    p.add_argument("--epochs", type=int, default=15)
    p.add_argument("--lr", type=float, default=3e-3)
    return p.parse_args()


def initialize_model(num_classes, feature_extract=True):
    """Pretrained DenseNet used as a fixed feature extractor, with a new classifier."""
    net = densenet161(weights=DenseNet161_Weights.IMAGENET1K_V1)
    net.classifier = nn.Linear(net.classifier.in_features, num_classes)
    return net


def train(loader):
    args = parse_args()
    torch.manual_seed(0)
    net = initialize_model(args.num_classes, feature_extract=True).cuda()
    ce = nn.CrossEntropyLoss()
    optimizer = optim.SGD(net.parameters(), lr=args.lr, momentum=0.9)  # must: missing-freeze
    for epoch in range(args.epochs):
        net.train()
        for x, y in loader:
            loss = ce(net(x.cuda()), y.cuda())
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        print(epoch, loss.item())
