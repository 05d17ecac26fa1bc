import torch
import torch.nn.functional as F
from torch import nn


class MixtureOfSoftmaxes(nn.Module):
    """The mixture is made of probabilities; the logarithm is taken afterwards."""

    def __init__(self, width, vocab, experts=4):
        super().__init__()
        self.gate, self.latent, self.decode = nn.Linear(width, experts), nn.Linear(width, experts * width), nn.Linear(width, vocab)
        self.experts = experts

    def forward(self, h):
        prior = F.softmax(self.gate(h), dim=-1)
        each = F.softmax(self.decode(torch.tanh(self.latent(h)).view(h.size(0), self.experts, -1)), dim=-1)
        return (prior.unsqueeze(-1) * each).sum(1)


def train(model, loader, lr, epochs):
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    for _ in range(epochs):
        model.train()
        for hidden, word in loader:
            log_p = model(hidden).clamp_min(1e-8).log()
            optimizer.zero_grad()
            F.nll_loss(log_p, word).backward()
            optimizer.step()
    return model
