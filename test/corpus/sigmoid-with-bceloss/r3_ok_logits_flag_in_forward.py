import torch
from torch import nn


class PhotoTags(nn.Module):
    """Logits while training, probabilities when serving."""

    def __init__(self, backbone, dim, tags):
        super().__init__()
        self.backbone = backbone
        self.tags = nn.Linear(dim, tags)
        self.gate = nn.Sequential(nn.Linear(dim, dim), nn.Sigmoid())

    def forward(self, image, as_probability=False):
        h = self.backbone(image)
        logits = self.tags(h * self.gate(h))
        return logits.sigmoid() if as_probability else logits


class MultiLabelTask:
    def __init__(self, model, seed=61):
        torch.manual_seed(seed)
        self.model = model
        self.criterion = nn.BCEWithLogitsLoss()
        self.optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4)

    def train(self, loader):
        self.model.train()
        for image, tags in loader:
            self.optimizer.zero_grad()
            loss = self.criterion(self.model(image), tags)
            loss.backward()
            self.optimizer.step()

    def tags_of(self, image, names, threshold=0.5):
        self.model.eval()
        with torch.inference_mode():
            p = self.model(image[None], as_probability=True)[0]
        return [n for n, hit in zip(names, p > threshold) if hit]


def calibrate(model, loader):
    """Brier score and log loss of the probabilities the service returns."""
    plain = nn.BCELoss()
    model.eval()
    with torch.inference_mode():
        return [plain(model(image, as_probability=True), tags).item() for image, tags in loader]
