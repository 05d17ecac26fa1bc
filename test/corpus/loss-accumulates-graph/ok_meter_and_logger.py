import torch
import torchmetrics
from accelerate import Accelerator
from torch import nn
from torch.utils.tensorboard import SummaryWriter


class Meter:
    def __init__(self):
        self.total, self.n = 0.0, 0

    def update(self, value, n=1):
        if torch.is_tensor(value):
            value = value.detach().item()
        self.total += value * n
        self.n += n


def train(model, loader, epochs):
    torch.manual_seed(0)
    accelerator = Accelerator()
    opt = torch.optim.Adam(model.parameters())
    model, opt, loader = accelerator.prepare(model, opt, loader)
    meter, mean = Meter(), torchmetrics.MeanMetric().to(accelerator.device)
    writer = SummaryWriter()
    criterion = nn.CrossEntropyLoss()
    step = 0
    for _ in range(epochs):
        total_loss = 0
        for x, y in loader:
            loss = criterion(model(x), y)
            opt.zero_grad()
            accelerator.backward(loss)
            opt.step()
            meter.update(loss, len(x))
            mean.update(loss.detach())
            writer.add_scalar("loss", loss, step)
            total_loss += loss.detach().float()
            step += 1
        accelerator.print(total_loss.item() / len(loader), mean.compute().item())
