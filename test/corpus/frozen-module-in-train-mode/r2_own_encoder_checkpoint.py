import torch
from torch import nn


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(nn.Conv1d(1, 32, 9), nn.BatchNorm1d(32), nn.ReLU(), nn.Dropout(0.2), nn.AdaptiveAvgPool1d(8))

    def forward(self, x):
        return self.layers(x).flatten(1)


class Downstream(nn.Module):
    def __init__(self, encoder, classes):
        super().__init__()
        self.encoder = encoder
        self.classifier = nn.Linear(256, classes)

    def forward(self, x):
        return self.classifier(self.encoder(x))


def probe(path, loader, classes=6):
    encoder = Encoder()
    encoder.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
    for p in encoder.parameters():
        p.requires_grad = False
    model = Downstream(encoder, classes)
    opt = torch.optim.Adam(model.classifier.parameters(), lr=1e-2)
    for _ in range(20):
        model.train()  # must: frozen-module-in-train-mode
        for x, y in loader:
            opt.zero_grad()
            nn.functional.cross_entropy(model(x), y).backward()
            opt.step()
    return model
