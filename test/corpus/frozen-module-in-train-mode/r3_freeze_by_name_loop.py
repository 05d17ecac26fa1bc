import timm
import torch
from torch import nn


def set_trainable(net, prefixes):
    for name, p in net.named_parameters():
        p.requires_grad_(name.startswith(tuple(prefixes)))


class Retrainer:
    def __init__(self, species, lr=1e-3):
        torch.manual_seed(53)
        self.net = timm.create_model("mobilenetv3_large_100", pretrained=True, num_classes=species).cuda()
        set_trainable(self.net, ["classifier"])
        self.opt = torch.optim.Adam(self.net.classifier.parameters(), lr=lr)
        self.ce = nn.CrossEntropyLoss(label_smoothing=0.05)

    def train_epoch(self, loader):
        self.net.train()  # must: frozen-module-in-train-mode
        total = 0.0
        for image, species in loader:
            self.opt.zero_grad()
            loss = self.ce(self.net(image.cuda()), species.cuda())
            loss.backward()
            self.opt.step()
            total += loss.item()
        return total / len(loader)

    @torch.no_grad()
    def top5(self, loader):
        self.net.eval()
        hits = n = 0
        for image, species in loader:
            top = self.net(image.cuda()).topk(5).indices.cpu()
            hits += (top == species[:, None]).any(1).sum().item()
            n += len(species)
        return hits / n

    def run(self, loader, valid, epochs):
        for epoch in range(epochs):
            print(epoch, self.train_epoch(loader), self.top5(valid))
