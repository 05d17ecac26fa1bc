from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch.utils.data import DataLoader
from torchvision import datasets, transforms
from torchvision.models import shufflenet_v2_x0_5


@dataclass
class Setup:
    root: str = "data"
    batch: int = 256
    epochs: int = 10


class Run:
    def __init__(self, setup: Setup):
        torch.manual_seed(0)
        self.setup = setup
        tf = transforms.Compose([transforms.Resize(64), transforms.ToTensor()])
        train = datasets.STL10(setup.root, split="train", transform=tf, download=True)
        test = datasets.STL10(setup.root, split="test", transform=tf, download=True)
        self.train_loader = DataLoader(train, batch_size=setup.batch, shuffle=True, drop_last=True)
        self.test_loader = DataLoader(test, batch_size=setup.batch, shuffle=False, drop_last=True)  # must: drop-last-on-eval
        self.net = shufflenet_v2_x0_5(num_classes=10)

    def fit(self):
        opt = torch.optim.SGD(self.net.parameters(), lr=0.05, momentum=0.9)
        for _ in range(self.setup.epochs):
            self.net.train()
            for x, y in self.train_loader:
                opt.zero_grad()
                F.cross_entropy(self.net(x), y).backward()
                opt.step()

    @torch.no_grad()
    def accuracy(self):
        self.net.eval()
        hits = [(self.net(x).argmax(1) == y).float() for x, y in self.test_loader]
        return torch.cat(hits).mean().item()


run = Run(Setup())
run.fit()
print("test accuracy", run.accuracy())
