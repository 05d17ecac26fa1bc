import torch
import torch.nn.functional as F
from torch import nn
from torchvision.models import MobileNet_V3_Large_Weights, mobilenet_v3_large


class DepthNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = mobilenet_v3_large(weights=MobileNet_V3_Large_Weights.DEFAULT).features
        for param in self.encoder.parameters():
            param.requires_grad_(False)
        self.decoder = nn.Sequential(
            nn.Conv2d(960, 256, 3, padding=1),
            nn.ReLU(inplace=True),
            nn.Upsample(scale_factor=8, mode="bilinear"),
            nn.Conv2d(256, 1, 3, padding=1),
        )

    def forward(self, image):
        return self.decoder(self.encoder(image))


class DepthTrainer:
    def __init__(self, lr=1e-4):
        torch.manual_seed(24)
        self.model = DepthNet().cuda()
        self.optim = torch.optim.AdamW(self.model.decoder.parameters(), lr=lr)

    def train_epoch(self, loader):
        self.model.train()  # must: frozen-module-in-train-mode
        for image, depth in loader:
            pred = F.interpolate(self.model(image.cuda()), depth.shape[-2:], mode="bilinear")
            loss = F.l1_loss(pred, depth.cuda())
            self.optim.zero_grad()
            loss.backward()
            self.optim.step()
        return loss.item()

    @torch.no_grad()
    def validate(self, loader):
        self.model.eval()
        return [F.l1_loss(self.model(x.cuda()), y.cuda()).item() for x, y in loader]

    def fit(self, loader, val_loader, epochs):
        for epoch in range(epochs):
            print(epoch, self.train_epoch(loader), sum(self.validate(val_loader)) / len(val_loader))
