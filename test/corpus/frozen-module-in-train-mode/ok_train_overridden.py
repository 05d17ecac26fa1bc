import torch
from torch import nn
from torchvision.models import resnet101


def freeze_norm(module):
    if isinstance(module, nn.modules.batchnorm._BatchNorm):
        module.eval()
        for p in module.parameters():
            p.requires_grad = False


class Detector(nn.Module):
    """Stem and first stage are frozen; batch norm stays in eval everywhere in the trunk."""

    def __init__(self, head):
        super().__init__()
        self.trunk = resnet101(weights="DEFAULT")
        self.trunk.fc = nn.Identity()
        for part in (self.trunk.conv1, self.trunk.bn1, self.trunk.layer1):
            for p in part.parameters():
                p.requires_grad = False
        self.head = head

    def train(self, mode=True):
        super().train(mode)
        if mode:
            self.trunk.apply(freeze_norm)
        return self

    def forward(self, x):
        return self.head(self.trunk(x))


def fit(detector, loader, loss_fn, epochs):
    torch.manual_seed(0)
    params = [p for p in detector.parameters() if p.requires_grad]
    opt = torch.optim.SGD(params, lr=0.01, momentum=0.9)
    for _ in range(epochs):
        detector.train()
        for x, y in loader:
            opt.zero_grad()
            loss_fn(detector(x), y).backward()
            opt.step()
