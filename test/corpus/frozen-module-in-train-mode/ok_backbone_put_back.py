import torch
from torch import nn
from torchvision.models import ResNet18_Weights, resnet18


class Embedder(nn.Module):
    def __init__(self, dim):
        super().__init__()
        trunk = resnet18(weights=ResNet18_Weights.DEFAULT)
        self.trunk = nn.Sequential(*list(trunk.children())[:-1])
        self.trunk.requires_grad_(False)
        self.proj = nn.Sequential(nn.Flatten(), nn.Linear(512, 512), nn.BatchNorm1d(512), nn.ReLU(), nn.Linear(512, dim))

    def forward(self, x):
        return self.proj(self.trunk(x))


def epoch(model, loader, opt, triplet):
    model.train()
    model.trunk.eval()
    for a, p, n in loader:
        loss = triplet(model(a), model(p), model(n))
        opt.zero_grad()
        loss.backward()
        opt.step()
    return loss.item()


def run(loader, epochs=20):
    torch.manual_seed(48)
    model = Embedder(128)
    opt = torch.optim.Adam(model.proj.parameters(), lr=1e-3)
    for i in range(epochs):
        print(i, epoch(model, loader, opt, nn.TripletMarginLoss(margin=0.3)))
