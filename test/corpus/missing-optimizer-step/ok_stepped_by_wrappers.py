import torch
import torch.nn.functional as F


class WarmupOptimizer:
    """Sets the rate, then steps what it wraps."""

    def __init__(self, inner, dim, warmup=4000):
        self.inner, self.dim, self.warmup, self.count = inner, dim, warmup, 0

    def clear(self):
        self.inner.zero_grad()

    def advance(self):
        self.count += 1
        for group in self.inner.param_groups:
            group["lr"] = self.dim**-0.5 * min(self.count**-0.5, self.count * self.warmup**-1.5)
        self.inner.step()


def apply_all(optimizers):
    for o in optimizers.values():
        o.step()


def train(encoder, head, loader, epochs):
    torch.manual_seed(12)
    opts = {"e": torch.optim.Adam(encoder.parameters(), lr=1e-4), "h": torch.optim.Adam(head.parameters(), lr=1e-3)}
    for _ in range(epochs):
        encoder.train()
        head.train()
        for x, y in loader:
            for o in opts.values():
                o.zero_grad()
            F.cross_entropy(head(encoder(x)), y).backward()
            apply_all(opts)


def train_warm(model, loader, epochs, dim=512):
    torch.manual_seed(12)
    optimizer = WarmupOptimizer(torch.optim.Adam(model.parameters(), lr=0.0), dim)
    for _ in range(epochs):
        model.train()
        for x, y in loader:
            optimizer.clear()
            F.cross_entropy(model(x), y).backward()
            optimizer.advance()
