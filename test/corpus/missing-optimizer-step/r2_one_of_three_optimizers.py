import torch
import torch.nn.functional as F
from torch import nn, optim


def train(encoder: nn.Module, classifier: nn.Module, adversary: nn.Module, loader, epochs=10):
    opt_enc = optim.Adam([*encoder.parameters(), *classifier.parameters()], lr=1e-3)
    opt_adv = optim.Adam(adversary.parameters(), lr=1e-3)
    for _ in range(epochs):
        for m in (encoder, classifier, adversary):
            m.train()
        for x, y, group in loader:
            h = encoder(x).detach()
            opt_adv.zero_grad()
            adv_loss = F.cross_entropy(adversary(h), group)
            adv_loss.backward()  # must: missing-optimizer-step

            h = encoder(x)
            loss = F.cross_entropy(classifier(h), y) - 0.1 * F.cross_entropy(adversary(h), group)
            opt_enc.zero_grad()
            loss.backward()
            opt_enc.step()
