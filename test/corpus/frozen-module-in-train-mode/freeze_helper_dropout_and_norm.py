import torch
from torch import nn
from torch.optim import Adam


def freeze(module):
    for parameter in module.parameters():
        parameter.requires_grad = False


class AudioBackbone(nn.Module):
    def __init__(self, width=512):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv1d(64, width, 5, padding=2), nn.BatchNorm1d(width), nn.ReLU(), nn.Dropout(0.3),
            nn.Conv1d(width, width, 5, padding=2), nn.BatchNorm1d(width), nn.ReLU(), nn.Dropout(0.3),
        )

    def forward(self, mel):
        return self.layers(mel).mean(-1)


class Tagger(nn.Module):
    def __init__(self, backbone, n_tags):
        super().__init__()
        self.backbone = backbone
        self.classifier = nn.Linear(512, n_tags)

    def forward(self, mel):
        return self.classifier(self.backbone(mel))


def adapt(weights, loader, n_tags, epochs=15):
    torch.manual_seed(19)
    backbone = AudioBackbone()
    backbone.load_state_dict(torch.load(weights, map_location="cpu", weights_only=True))
    freeze(backbone)
    tagger = Tagger(backbone, n_tags)
    optimizer = Adam([p for p in tagger.parameters() if p.requires_grad], lr=3e-4)
    bce = nn.BCEWithLogitsLoss()
    for epoch in range(epochs):
        tagger.train()  # must: frozen-module-in-train-mode
        for mel, tags in loader:
            optimizer.zero_grad()
            loss = bce(tagger(mel), tags)
            loss.backward()
            optimizer.step()
        print(epoch, loss.item())
    tagger.eval()
    torch.save(tagger.classifier.state_dict(), "tagger_head.pt")
