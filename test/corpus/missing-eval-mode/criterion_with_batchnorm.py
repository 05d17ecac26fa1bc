import torch
import torch.nn as nn
import torch.nn.functional as F


class ProjectionLoss(nn.Module):
    """Contrastive criterion that owns a small projector."""

    def __init__(self, dim, proj=128, temperature=0.1):
        super().__init__()
        self.projector = nn.Sequential(nn.Linear(dim, proj), nn.BatchNorm1d(proj), nn.ReLU(), nn.Linear(proj, proj))
        self.temperature = temperature

    def forward(self, a, b):
        a = F.normalize(self.projector(a), dim=1)
        b = F.normalize(self.projector(b), dim=1)
        sim = a @ b.t() / self.temperature
        return F.cross_entropy(sim, torch.arange(len(a), device=a.device))


class Backbone(nn.Module):
    def __init__(self, width=512):
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(3, 64, 7, 2, 3), nn.BatchNorm2d(64), nn.ReLU(), nn.AdaptiveAvgPool2d(1))
        self.fc = nn.Linear(64, width)

    def forward(self, x):
        return self.fc(self.body(x).flatten(1))


def fit(train_loader, val_loader, device, epochs=50):
    torch.manual_seed(3)
    model = Backbone().to(device)
    criterion = ProjectionLoss(512).to(device)
    optimizer = torch.optim.SGD(
        [{"params": model.parameters()}, {"params": criterion.parameters(), "lr": 0.01}], lr=0.05, momentum=0.9
    )
    for epoch in range(epochs):
        model.train()
        criterion.train()
        for v1, v2 in train_loader:
            loss = criterion(model(v1.to(device)), model(v2.to(device)))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()

        model.eval()
        val_loss = 0.0
        with torch.no_grad():
            for v1, v2 in val_loader:
                za, zb = model(v1.to(device)), model(v2.to(device))
                val_loss += criterion(za, zb).item()  # must: missing-eval-mode
        print(f"{epoch:03d} val {val_loss / len(val_loader):.4f}")
