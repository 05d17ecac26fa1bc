from torch import nn


class LowRank(nn.Module):
    def __init__(self, inner, rank):
        super().__init__()
        self.inner = inner
        self.down = nn.Linear(inner.in_features, rank, bias=False)
        self.up = nn.Linear(rank, inner.out_features, bias=False)
        nn.init.zeros_(self.up.weight)

    def forward(self, x):
        return self.inner(x) + self.up(self.down(x))


def inject(model, names, rank=4):
    """Puts a low-rank adapter round each of the named linear layers, in place."""
    for name in names:
        setattr(model, name, LowRank(getattr(model, name), rank))
