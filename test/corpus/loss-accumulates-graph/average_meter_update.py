import torch
import torch.nn as nn


class AverageMeter:
    """Keeps the last value and the running mean."""

    def __init__(self):
        self.reset()

    def reset(self):
        self.val, self.sum, self.count = 0, 0, 0

    def update(self, val, n=1):
        self.val = val
        self.sum += val * n
        self.count += n

    @property
    def avg(self):
        return self.sum / max(self.count, 1)


def train(loader, model, criterion, optimizer):
    losses = AverageMeter()
    top1 = AverageMeter()
    model.train()
    for images, target in loader:
        output = model(images)
        loss = criterion(output, target)
        accuracy = (output.argmax(1) == target).float().mean()
        losses.update(loss, images.size(0))  # must: loss-accumulates-graph
        top1.update(accuracy.item(), images.size(0))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return losses.avg, top1.avg


def main(loader, model):
    torch.manual_seed(0)
    criterion = nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(model.parameters(), 0.1, momentum=0.9)
    for epoch in range(90):
        print(epoch, *train(loader, model, criterion, optimizer))
