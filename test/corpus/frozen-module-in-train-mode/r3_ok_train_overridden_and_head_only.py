import torch
from torch import nn
from torchvision.models import DenseNet121_Weights, densenet121


class XrayModel(nn.Module):
    """`train()` never reaches the frozen trunk."""

    def __init__(self, findings):
        super().__init__()
        self.trunk = densenet121(weights=DenseNet121_Weights.DEFAULT).features.requires_grad_(False)
        self.head = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Dropout(0.3), nn.Linear(1024, findings))
        self.trunk.eval()

    def train(self, mode=True):
        super().train(mode)
        self.trunk.eval()
        return self

    def forward(self, x):
        with torch.no_grad():
            h = self.trunk(x)
        return self.head(h)


def fit(loader, findings, epochs=8):
    torch.manual_seed(88)
    model = XrayModel(findings)
    optimizer = torch.optim.AdamW(model.head.parameters(), lr=1e-3)
    bce = nn.BCEWithLogitsLoss()
    for epoch in range(epochs):
        model.train()
        for x, y in loader:
            optimizer.zero_grad()
            loss = bce(model(x), y)
            loss.backward()
            optimizer.step()
        print(epoch, loss.item())
    return model


def fit_norm_free(encoder_width, loader, epochs=3):
    """Nothing in this frozen part depends on the mode."""
    encoder = nn.Sequential(nn.Linear(64, encoder_width), nn.ReLU())
    for p in encoder.parameters():
        p.requires_grad = False
    net = nn.Sequential(encoder, nn.Linear(encoder_width, 2))
    optimizer = torch.optim.SGD(net[1].parameters(), lr=0.1)
    net.train()
    for _ in range(epochs):
        for x, y in loader:
            optimizer.zero_grad()
            nn.functional.cross_entropy(net(x), y).backward()
            optimizer.step()
    return net
