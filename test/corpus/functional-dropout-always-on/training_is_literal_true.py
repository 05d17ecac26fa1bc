from torch import nn
from torch.nn import functional as fn


class ResidualBlock(nn.Module):
    def __init__(self, width, p):
        super().__init__()
        self.p = p
        self.norm = nn.LayerNorm(width)
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x):
        h = fn.gelu(self.up(self.norm(x)))
        h = fn.dropout(self.down(h), self.p, training=True)  # must: functional-dropout-always-on
        return x + h


class Encoder(nn.Module):
    def __init__(self, vocab, width, depth, p=0.1):
        super().__init__()
        self.tokens = nn.Embedding(vocab, width, padding_idx=0)
        self.blocks = nn.ModuleList(ResidualBlock(width, p) for _ in range(depth))

    def forward(self, ids):
        x = self.tokens(ids)
        for block in self.blocks:
            x = block(x)
        return x.mean(dim=1)
