# main
import torch
from torch.nn import functional as TF

from nets import Encoder, Probe


def pretrain(encoder, loader, epochs=20):
    opt = torch.optim.Adam(encoder.parameters(), lr=1e-3)
    for _ in range(epochs):
        for a, b in loader:
            sim = TF.normalize(encoder(a), dim=1) @ TF.normalize(encoder(b), dim=1).t()
            loss = TF.cross_entropy(sim / 0.1, torch.arange(len(a)))
            opt.zero_grad()
            loss.backward()
            opt.step()
    return opt


def linear_probe(encoder, loader, opt, epochs=5):
    probe = Probe()
    for _ in range(epochs):
        for x, y in loader:
            with torch.no_grad():
                h = encoder(x)
            loss = TF.cross_entropy(probe(h), y)
            probe.zero_grad()
            loss.backward()
            opt.step()  # must: wrong-optimizer-for-loss
    return probe


def main(pair_loader, labelled_loader):
    encoder = Encoder()
    opt = pretrain(encoder, pair_loader)
    return linear_probe(encoder, labelled_loader, opt)
