import torch
from torch import nn
from torch.nn.functional import dropout, leaky_relu


class Encoder(nn.Module):
    def __init__(self, genes, latent):
        super().__init__()
        self.hidden = nn.Linear(genes, 256)
        self.norm = nn.BatchNorm1d(256)
        self.mu, self.logvar = nn.Linear(256, latent), nn.Linear(256, latent)

    def forward(self, counts):
        h = leaky_relu(self.norm(self.hidden(torch.log1p(counts))))
        h = dropout(h, p=0.2, training=True)  # must: functional-dropout-always-on
        return self.mu(h), self.logvar(h)


def embed(encoder, loader):
    encoder.eval()
    with torch.no_grad():
        return torch.cat([encoder(c)[0] for c, _ in loader])
