"""The backbone is put in eval once, and train() of the whole puts it back."""
import torch
from torch import nn
from torchvision.models import DenseNet121_Weights, densenet121


class XRay(nn.Module):
    def __init__(self, n_findings=14):
        super().__init__()
        self.features = densenet121(weights=DenseNet121_Weights.DEFAULT).features
        self.head = nn.Sequential(nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(1024, n_findings))

    def forward(self, x):
        return self.head(self.features(x))


def fit(loader, cfg):
    torch.manual_seed(cfg["seed"])
    net = XRay(cfg["n_findings"]).cuda()
    net.features.requires_grad_(False)
    net.features.eval()
    optimizer = torch.optim.Adam(net.head.parameters(), lr=cfg["lr"])
    bce = nn.BCEWithLogitsLoss()
    for epoch in range(cfg["epochs"]):
        net.train()  # must: frozen-module-in-train-mode
        for image, findings in loader:
            loss = bce(net(image.cuda()), findings.cuda())
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        print(epoch, loss.item())
