import torch
from torch import nn


class Bins(nn.Module):
    def __init__(self, low, high, n):
        super().__init__()
        self.register_buffer("centres", torch.linspace(low, high, n))
        self.width = torch.tensor((high - low) / n).item()
        self.names = [f"bin {i}" for i in range(n)]

    def forward(self, logits):
        return (logits.softmax(-1) * self.centres).sum(-1)


class Stencil(nn.Module):
    def __init__(self):
        super().__init__()
        self.kernel = torch.tensor([[0.0, 1.0, 0.0], [1.0, -4.0, 1.0], [0.0, 1.0, 0.0]])

    def forward(self, field):
        kernel = self.kernel.to(field).expand(field.size(1), 1, 3, 3)
        return nn.functional.conv2d(field, kernel, padding=1, groups=field.size(1))


class Scale(nn.Module):
    def __init__(self, channels):
        super().__init__()
        start = torch.ones(channels)
        self.gain = nn.Parameter(start)
        self.bias = nn.Parameter(torch.zeros(channels))

    def forward(self, x):
        return x * self.gain + self.bias


class Probe(nn.Module):
    """Keeps its last activation for plots; forward never reads it."""

    def __init__(self, inner):
        super().__init__()
        self.inner = inner
        self.seen = torch.zeros(1)

    def forward(self, x):
        y = self.inner(x)
        self.seen = y.detach()
        return y


class Samples:
    """Not a module: its tensors stay where they are until a batch is asked for."""

    def __init__(self, x, device):
        self.x, self.weights, self.device = x, torch.ones(len(x)), device

    def draw(self, n):
        return self.x[torch.multinomial(self.weights, n)].to(self.device)
