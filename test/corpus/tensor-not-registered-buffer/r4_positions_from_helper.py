import math

import torch
from torch import nn


def sinusoids(length, width):
    place = torch.arange(length).unsqueeze(1)
    rate = torch.exp(torch.arange(0, width, 2) * (-math.log(10000.0) / width))
    table = torch.zeros(length, width)
    table[:, 0::2], table[:, 1::2] = torch.sin(place * rate), torch.cos(place * rate)
    return table


class Embedding(nn.Module):
    def __init__(self, vocab, width, longest=512):
        super().__init__()
        self.words = nn.Embedding(vocab, width)
        self.positions = sinusoids(longest, width)  # must: tensor-not-registered-buffer
        self.register_buffer("scale", torch.tensor(math.sqrt(width)))
        self.drop = nn.Dropout(0.1)

    def forward(self, tokens):
        return self.drop(self.words(tokens) * self.scale + self.positions[: tokens.size(1)])


class Classifier(nn.Module):
    def __init__(self, vocab, classes, width=256, depth=4):
        super().__init__()
        self.embed = Embedding(vocab, width)
        layer = nn.TransformerEncoderLayer(width, nhead=8, batch_first=True)
        self.encoder = nn.TransformerEncoder(layer, depth)
        self.out = nn.Linear(width, classes)

    def forward(self, tokens):
        return self.out(self.encoder(self.embed(tokens)).mean(1))
