import torch
import torch.nn.functional as F
from torch import nn


class Reverse(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, lam):
        ctx.lam = lam
        return x.view_as(x)

    @staticmethod
    def backward(ctx, grad):
        return -ctx.lam * grad, None


def adapt(features: nn.Module, labeller: nn.Module, discriminator: nn.Module, source, target, epochs=10):
    params = [p for m in (features, labeller, discriminator) for p in m.parameters()]
    opt = torch.optim.SGD(params, lr=1e-2, momentum=0.9)
    for _ in range(epochs):
        for (xs, ys), (xt, _) in zip(source, target):
            fs, ft = features(xs), features(xt)
            domain = discriminator(Reverse.apply(torch.cat([fs, ft]), 0.3)).squeeze(1)
            truth = torch.cat([torch.ones(len(fs)), torch.zeros(len(ft))])
            loss = F.cross_entropy(labeller(fs), ys) + F.binary_cross_entropy_with_logits(domain, truth)
            opt.zero_grad()
            loss.backward()
            opt.step()
