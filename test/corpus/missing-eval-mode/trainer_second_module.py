"""Only the encoder is switched; the head has dropout as well."""
import torch
from torch import nn


class Head(nn.Module):
    def __init__(self, dim, n_classes, p=0.3):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(dim, dim), nn.GELU(), nn.Dropout(p), nn.Linear(dim, n_classes))

    def forward(self, z):
        return self.net(z)


class Encoder(nn.Module):
    def __init__(self, in_dim, dim):
        super().__init__()
        self.proj = nn.Linear(in_dim, dim)
        self.norm = nn.BatchNorm1d(dim)

    def forward(self, x):
        return torch.relu(self.norm(self.proj(x)))


class Trainer:
    def __init__(self, cfg, train_dl, valid_dl):
        self.encoder = Encoder(cfg.in_dim, cfg.dim).to(cfg.device)
        self.head = Head(cfg.dim, cfg.n_classes).to(cfg.device)
        self.train_dl, self.valid_dl = train_dl, valid_dl
        self.device = cfg.device
        self.loss_fn = nn.CrossEntropyLoss(label_smoothing=0.1)
        params = list(self.encoder.parameters()) + list(self.head.parameters())
        self.opt = torch.optim.AdamW(params, lr=cfg.lr, weight_decay=cfg.wd)

    def train_one_epoch(self):
        self.encoder.train()
        self.head.train()
        for x, y in self.train_dl:
            x, y = x.to(self.device), y.to(self.device)
            loss = self.loss_fn(self.head(self.encoder(x)), y)
            self.opt.zero_grad(set_to_none=True)
            loss.backward()
            self.opt.step()

    @torch.no_grad()
    def validate(self):
        self.encoder.eval()
        hits, seen = 0, 0
        for x, y in self.valid_dl:
            z = self.encoder(x.to(self.device))
            logits = self.head(z)  # must: missing-eval-mode
            hits += (logits.argmax(-1).cpu() == y).sum().item()
            seen += len(y)
        return hits / seen

    def fit(self, epochs):
        best = 0.0
        for epoch in range(epochs):
            self.train_one_epoch()
            acc = self.validate()
            if acc > best:
                best = acc
                torch.save({"encoder": self.encoder.state_dict(), "head": self.head.state_dict()}, "best.pt")
        return best
