import itertools

import torch


def forever(loader):
    while True:
        yield from loader


def train(model, loader, loss_fn, max_iters=90_000):
    opt = torch.optim.SGD(model.parameters(), lr=0.02, momentum=0.9)
    sched = torch.optim.lr_scheduler.MultiStepLR(opt, milestones=[60_000, 80_000])
    model.train()
    for x, y in itertools.islice(forever(loader), max_iters):
        loss = loss_fn(model(x), y)
        opt.zero_grad()
        loss.backward()
        opt.step()
        sched.step()
