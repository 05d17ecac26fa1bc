import torch
from torch import optim

EPOCHS = 200


def configure(net):
    opt = optim.SGD(net.parameters(), lr=0.1, momentum=0.9, weight_decay=5e-4)
    return opt, optim.lr_scheduler.CosineAnnealingLR(opt, T_max=EPOCHS)


def train(net, loader, device):
    opt, cosine = configure(net)
    ce = torch.nn.CrossEntropyLoss()
    for epoch in range(EPOCHS):
        net.train()
        for x, y in loader:
            x, y = x.to(device), y.to(device)
            loss = ce(net(x), y)
            opt.zero_grad()
            loss.backward()
            opt.step()
            cosine.step()  # must: scheduler-wrong-cadence
        print(epoch, loss.item())
