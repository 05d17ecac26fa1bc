"""Domain adversarial training: one optimizer, the features go into the domain classifier with their graph on purpose."""
import torch
from torch import nn
from torch.autograd import Function


class Reverse(Function):
    @staticmethod
    def forward(ctx, x, alpha):
        ctx.alpha = alpha
        return x.view_as(x)

    @staticmethod
    def backward(ctx, grad):
        return -ctx.alpha * grad, None


class DANN(nn.Module):
    def __init__(self, dim, n_classes):
        super().__init__()
        self.generator = nn.Sequential(nn.Linear(dim, 128), nn.ReLU())
        self.label = nn.Linear(128, n_classes)
        self.discriminator = nn.Linear(128, 2)

    def forward(self, x, alpha):
        fake = self.generator(x)
        return self.label(fake), self.discriminator(Reverse.apply(fake, alpha))


def train(model, source, target, epochs):
    torch.manual_seed(3)
    opt = torch.optim.Adam(model.parameters(), lr=1e-3)
    ce = nn.CrossEntropyLoss()
    for epoch in range(epochs):
        model.train()
        alpha = epoch / epochs
        for (xs, ys), (xt, _) in zip(source, target):
            y_hat, d_s = model(xs, alpha)
            _, d_t = model(xt, alpha)
            zeros = torch.zeros(len(xs), dtype=torch.long)
            ones = torch.ones(len(xt), dtype=torch.long)
            loss = ce(y_hat, ys) + ce(d_s, zeros) + ce(d_t, ones)
            opt.zero_grad()
            loss.backward()
            opt.step()
