import torch
from torch import nn
from torch.nn import functional as TF


class Block(nn.Module):
    def __init__(self, dim, p):
        super().__init__()
        self.norm = nn.LayerNorm(dim)
        self.a = nn.Linear(dim, 4 * dim)
        self.b = nn.Linear(4 * dim, dim)
        self.p = p

    def forward(self, x):
        h = TF.gelu(self.a(self.norm(x)))
        h = TF.dropout(h, self.p, self.training)
        return x + TF.dropout(self.b(h), self.p)  # must: functional-dropout-always-on


class RowEncoder(nn.Module):
    def __init__(self, columns, dim=96, depth=4, p=0.15):
        super().__init__()
        self.inp = nn.Linear(columns, dim)
        self.blocks = nn.ModuleList(Block(dim, p) for _ in range(depth))
        self.out = nn.Linear(dim, 1)

    def forward(self, x):
        x = self.inp(x)
        for block in self.blocks:
            x = block(x)
        return self.out(x).squeeze(-1)


def rmse(model, loader):
    model.eval()
    with torch.no_grad():
        squares = [TF.mse_loss(model(x), y, reduction="sum").item() for x, y in loader]
    return (sum(squares) / len(loader.dataset)) ** 0.5


def fit(loader, valid, columns, epochs=60):
    torch.manual_seed(41)
    model = RowEncoder(columns)
    optimizer = torch.optim.AdamW(model.parameters(), lr=5e-4)
    for epoch in range(epochs):
        model.train()
        for x, y in loader:
            optimizer.zero_grad()
            TF.mse_loss(model(x), y).backward()
            optimizer.step()
        print(epoch, rmse(model, valid))
    return model
