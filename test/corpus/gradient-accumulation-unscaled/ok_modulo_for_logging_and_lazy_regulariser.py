import torch
from torch import nn


def r1(disc, images):
    images = images.detach().requires_grad_(True)
    (grad,) = torch.autograd.grad(disc(images).sum(), images, create_graph=True)
    return grad.pow(2).flatten(1).sum(1).mean()


def train_classifier(net, loader, epochs, writer, log_every=20, reg_every=16, gamma=0.1):
    torch.manual_seed(44)
    opt = torch.optim.Adam(net.parameters(), lr=1e-3)
    ce = nn.CrossEntropyLoss()
    step = 0
    for _ in range(epochs):
        net.train()
        for x, y in loader:
            loss = ce(net(x), y)
            opt.zero_grad()
            loss.backward()
            opt.step()
            if (step + 1) % log_every == 0:
                writer.add_scalar("loss", loss.item(), step)
            if (step + 1) % reg_every == 0:
                penalty = gamma * reg_every * r1(net, x)
                opt.zero_grad()
                penalty.backward()
                opt.step()
            step += 1


def train_virtual(net, loader, steps, accum=4):
    torch.manual_seed(44)
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    ce = nn.CrossEntropyLoss()
    net.train()
    share = 1.0 / accum
    for i, (x, y) in zip(range(steps), loader):
        loss = ce(net(x), y)
        loss *= share
        loss.backward()
        if (i + 1) % accum == 0:
            opt.step()
            opt.zero_grad()
