import argparse

import torch
from torch import nn

from bayes.data import loaders
from bayes.nets import make_net

parser = argparse.ArgumentParser()
parser.add_argument("--resume", default="")
parser.add_argument("--epochs", type=int, default=40)
args = parser.parse_args()

net = make_net().cuda()
first_epoch = 0
if args.resume:
    checkpoint = torch.load(args.resume, weights_only=True)
    first_epoch = checkpoint["epoch"]
    net.load_state_dict(checkpoint["weights"])

train_loader, _ = loaders()
for epoch in range(first_epoch, args.epochs):
    rate = 1e-3 if epoch < 20 else 1e-4
    optimizer = torch.optim.Adam(net.parameters(), rate)
    net.train()
    for images, labels in train_loader:
        optimizer.zero_grad()
        nn.functional.cross_entropy(net(images.cuda()), labels.cuda()).backward()
        optimizer.step()
    torch.save({"epoch": epoch + 1, "weights": net.state_dict()}, "last.pt")
