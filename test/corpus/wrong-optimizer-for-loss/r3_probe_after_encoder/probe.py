# main
import torch
from torch import nn, optim
from torch.utils.data import DataLoader

from encoders import Probe, SpeechEncoder


def contrastive(encoder, loader, epochs, lr=1e-3):
    optimizer = optim.Adam(encoder.parameters(), lr=lr)
    encoder.train()
    for _ in range(epochs):
        for one, other in loader:
            a, b = (nn.functional.normalize(encoder(v), dim=-1) for v in (one, other))
            loss = nn.functional.cross_entropy(a @ b.T / 0.1, torch.arange(len(a)))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()


def linear_probe(encoder, loader, speakers, epochs=10):
    probe = Probe(256, speakers)
    optimizer = optim.SGD(encoder.parameters(), lr=0.1, momentum=0.9)
    encoder.eval()
    for epoch in range(epochs):
        for mel, speaker in loader:
            with torch.no_grad():
                h = encoder(mel)
            loss = nn.functional.cross_entropy(probe(h), speaker)
            probe.zero_grad()
            loss.backward()
            optimizer.step()  # must: wrong-optimizer-for-loss
        print(epoch, loss.item())
    return probe


def main(pairs, labelled, speakers):
    torch.manual_seed(71)
    encoder = SpeechEncoder()
    contrastive(encoder, DataLoader(pairs, batch_size=64, shuffle=True, drop_last=True), epochs=50)
    return linear_probe(encoder, DataLoader(labelled, batch_size=64, shuffle=True), speakers)
