"""Skin lesion classifier on a frozen DenseNet."""
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision.models import DenseNet121_Weights, densenet121


class LesionNet(nn.Module):
    def __init__(self, classes):
        super().__init__()
        self.backbone = densenet121(weights=DenseNet121_Weights.DEFAULT)
        width = self.backbone.classifier.in_features
        self.backbone.classifier = nn.Identity()
        self._freeze(self.backbone)
        self.head = nn.Sequential(nn.Linear(width, 256), nn.ReLU(), nn.Dropout(0.4), nn.Linear(256, classes))

    @staticmethod
    def _freeze(module):
        for p in module.parameters():
            p.requires_grad = False

    def forward(self, x):
        return self.head(self.backbone(x))


def trainable(model):
    return [p for p in model.parameters() if p.requires_grad]


def fit(train_set, val_set, classes, epochs=15):
    torch.manual_seed(33)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    model = LesionNet(classes).to(device)
    optimizer = torch.optim.AdamW(trainable(model), lr=1e-3)
    criterion = nn.CrossEntropyLoss()
    train_loader = DataLoader(train_set, batch_size=32, shuffle=True)
    val_loader = DataLoader(val_set, batch_size=64)
    for epoch in range(epochs):
        model.train()  # must: frozen-module-in-train-mode
        for images, lesions in train_loader:
            optimizer.zero_grad()
            criterion(model(images.to(device)), lesions.to(device)).backward()
            optimizer.step()
        model.eval()
        with torch.no_grad():
            hits = sum((model(i.to(device)).argmax(1).cpu() == y).sum().item() for i, y in val_loader)
        print(epoch, hits / len(val_set))
    return model
