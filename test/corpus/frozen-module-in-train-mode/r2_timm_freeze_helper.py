import argparse

import timm
import torch


def freeze(module):
    for _, param in module.named_parameters():
        param.requires_grad_(False)
    return module


def main(args, loader):
    net = timm.create_model("efficientnet_b0", pretrained=True, num_classes=args.classes)
    freeze(net)
    for p in net.get_classifier().parameters():
        p.requires_grad_(True)
    trainable = [p for p in net.parameters() if p.requires_grad]
    opt = torch.optim.SGD(trainable, lr=args.lr, momentum=0.9)
    ce = torch.nn.CrossEntropyLoss(label_smoothing=0.1)
    net.train()  # must: frozen-module-in-train-mode
    for epoch in range(args.epochs):
        for x, y in loader:
            opt.zero_grad()
            loss = ce(net(x), y)
            loss.backward()
            opt.step()
        print(epoch, loss.item())
