import math

import torch
from torch import nn


class WithPositions(nn.Module):
    def __init__(self, dim, longest=2048):
        super().__init__()
        place = torch.arange(longest).unsqueeze(1)
        rate = torch.exp(torch.arange(0, dim, 2) * (-math.log(10000.0) / dim))
        self.table = torch.cat([torch.sin(place * rate), torch.cos(place * rate)], dim=1)  # must: tensor-not-registered-buffer

    def place(self, x):
        return x + self.table[: x.size(1)]


class LogClassifier(WithPositions):
    def __init__(self, tokens, classes, dim=128):
        super().__init__(dim)
        self.embed = nn.Embedding(tokens, dim)
        layer = nn.TransformerEncoderLayer(dim, 4, 256, dropout=0.1, batch_first=True)
        self.encoder = nn.TransformerEncoder(layer, 2)
        self.out = nn.Linear(dim, classes)

    def forward(self, ids):
        return self.out(self.encoder(self.place(self.embed(ids))).mean(dim=1))


def main(loader, tokens, classes, device="cuda"):
    torch.manual_seed(86)
    model = LogClassifier(tokens, classes).to(device)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-4)
    for epoch in range(6):
        model.train()
        for ids, kind in loader:
            optimizer.zero_grad()
            loss = nn.functional.cross_entropy(model(ids.to(device)), kind.to(device))
            loss.backward()
            optimizer.step()
        print(epoch, loss.item())
    torch.save(model.state_dict(), "logs.pt")
