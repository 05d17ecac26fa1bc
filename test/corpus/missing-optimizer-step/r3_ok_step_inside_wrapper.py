import torch
from torch import nn


class WarmupAdam:
    """Adam whose rate follows the inverse square root of the update number."""

    def __init__(self, params, width, warmup=4000):
        self.inner = torch.optim.Adam(params, lr=0.0, betas=(0.9, 0.98), eps=1e-9)
        self.scale, self.warmup, self.n = width ** -0.5, warmup, 0

    def clear(self):
        self.inner.zero_grad()

    def apply(self):
        self.n += 1
        rate = self.scale * min(self.n ** -0.5, self.n * self.warmup ** -1.5)
        for group in self.inner.param_groups:
            group["lr"] = rate
        self.inner.step()


class Scorer(nn.Module):
    def __init__(self, n_tokens, width=256):
        super().__init__()
        self.embed = nn.Embedding(n_tokens, width)
        layer = nn.TransformerEncoderLayer(width, 4, batch_first=True)
        self.encoder = nn.TransformerEncoder(layer, 3)
        self.out = nn.Linear(width, 2)

    def forward(self, ids):
        return self.out(self.encoder(self.embed(ids)).mean(1))


def run(loader, n_tokens, epochs=4):
    torch.manual_seed(13)
    model = Scorer(n_tokens)
    updater = WarmupAdam(model.parameters(), width=256)
    ce = nn.CrossEntropyLoss()
    model.train()
    for epoch in range(epochs):
        for ids, label in loader:
            updater.clear()
            loss = ce(model(ids), label)
            loss.backward()
            updater.apply()
        print(epoch, loss.item())
    return model
