import torch
from torch import nn


class TextNet(nn.Module):
    def __init__(self, vectors, classes):
        super().__init__()
        self.emb = nn.Embedding.from_pretrained(vectors, freeze=True)
        self.proj = nn.Linear(vectors.shape[1], 64)
        for p in self.proj.parameters():
            p.requires_grad = False
        self.drop = nn.Dropout(0.5)
        self.out = nn.Linear(64, classes)

    def forward(self, ids):
        return self.out(self.drop(torch.relu(self.proj(self.emb(ids).mean(1)))))


def fit(vectors, loader, classes=4, epochs=6):
    net = TextNet(vectors, classes)
    opt = torch.optim.Adam((p for p in net.parameters() if p.requires_grad), lr=1e-3)
    for _ in range(epochs):
        net.train()
        for ids, y in loader:
            opt.zero_grad()
            nn.functional.cross_entropy(net(ids), y).backward()
            opt.step()
