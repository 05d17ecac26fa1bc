import torch
from torchvision.models import densenet121


class Hybrid(torch.nn.Module):
    """A frozen image tower beside a small net for the clinical columns."""

    def __init__(self, columns, classes):
        super().__init__()
        self.tower = densenet121(weights="IMAGENET1K_V1").features
        self.tower.requires_grad_(False)
        self.head = torch.nn.Sequential(torch.nn.Linear(1024 + columns, 64), torch.nn.ReLU(), torch.nn.Linear(64, classes))

    def forward(self, scan, row):
        pooled = self.tower(scan).mean((2, 3))
        return self.head(torch.cat([pooled, row], 1))
