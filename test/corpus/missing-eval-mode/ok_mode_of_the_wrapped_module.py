"""The mode is set on the module inside the wrapper, the call goes through the wrapper."""
import torch
import torch.nn as nn
from torch.nn.parallel import DistributedDataParallel
from torchvision.models import resnet18


def evaluate(ddp_model, loader, device):
    ddp_model.module.eval()
    hits = torch.zeros((), device=device)
    with torch.no_grad():
        for x, y in loader:
            hits += (ddp_model(x.to(device)).argmax(1) == y.to(device)).sum()
    return hits.item() / len(loader.dataset)


def compiled(net, loader, device):
    fast = torch.compile(net)
    net.eval()
    with torch.inference_mode():
        return torch.cat([fast(x.to(device)).cpu() for x, _ in loader])


def main(rank, train_loader, val_loader):
    torch.manual_seed(rank)
    device = torch.device("cuda", rank)
    net = resnet18(num_classes=10).to(device)
    model = DistributedDataParallel(net, device_ids=[rank])
    opt = torch.optim.SGD(model.parameters(), lr=0.1)
    for epoch in range(5):
        model.train()
        for x, y in train_loader:
            opt.zero_grad()
            nn.functional.cross_entropy(model(x.to(device)), y.to(device)).backward()
            opt.step()
        print(epoch, evaluate(model, val_loader, device))
    return compiled(net, val_loader, device)
