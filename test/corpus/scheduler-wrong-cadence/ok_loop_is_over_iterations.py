"""There are no epochs here: T_max and the milestones count iterations, and so does the loop."""
import torch
from torch import nn
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR


def endless(loader):
    while True:
        yield from loader


def train(net, loader, max_iter=90_000, warmup=1_000):
    torch.manual_seed(5)
    opt = torch.optim.SGD(net.parameters(), lr=0.02, momentum=0.9)
    warm = LinearLR(opt, start_factor=1e-3, total_iters=warmup)
    main = CosineAnnealingLR(opt, T_max=max_iter - warmup)
    sched = SequentialLR(opt, [warm, main], milestones=[warmup])
    ce = nn.CrossEntropyLoss()
    net.train()
    for it, (x, y) in zip(range(max_iter), endless(loader)):
        opt.zero_grad()
        loss = ce(net(x), y)
        loss.backward()
        opt.step()
        sched.step()
        if it % 1000 == 0:
            print(it, loss.item())
