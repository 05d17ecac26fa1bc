"""Fine-tuning with the backbone in eval mode, so that its batch statistics stay: there is a backward pass."""
import torch
from torch import nn, optim
from torchvision.models import resnet34


class FineTuner(nn.Module):
    def __init__(self, n_classes):
        super().__init__()
        self.backbone = resnet34(weights="DEFAULT")
        self.backbone.fc = nn.Identity()
        self.head = nn.Linear(512, n_classes)

    def forward(self, x):
        return self.head(self.backbone(x))

    def train(self, mode=True):
        super().train(mode)
        self.backbone.eval()
        return self


def main(train_loader, val_loader, device, n_classes):
    torch.manual_seed(0)
    model = FineTuner(n_classes).to(device)
    optimizer = optim.Adam(model.parameters(), lr=1e-4)
    for epoch in range(5):
        model.train()
        for x, y in train_loader:
            optimizer.zero_grad()
            loss = nn.functional.cross_entropy(model(x.to(device)), y.to(device))
            loss.backward()
            optimizer.step()
        model.eval()
        with torch.no_grad():
            acc = sum((model(x.to(device)).argmax(1).cpu() == y).sum().item() for x, y in val_loader)
        print(epoch, acc / len(val_loader.dataset))
