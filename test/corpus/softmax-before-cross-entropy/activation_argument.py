from functools import partial

import torch
import torch.nn.functional as F
from torch import nn


class Decoder(nn.Module):
    def __init__(self, dim, n_classes, activation):
        super().__init__()
        self.conv = nn.Conv2d(dim, n_classes, 1)
        self.activation = activation

    def forward(self, x):
        return self.activation(self.conv(x))


class Segmenter(nn.Module):
    def __init__(self, n_classes):
        super().__init__()
        self.encoder = nn.Sequential(nn.Conv2d(3, 64, 3, padding=1), nn.ReLU())
        self.decoder = Decoder(64, n_classes, activation=partial(F.softmax, dim=1))  # must: softmax-before-cross-entropy

    def forward(self, x):
        return self.decoder(self.encoder(x))


def train(loader, n_classes, device):
    torch.manual_seed(0)
    model = Segmenter(n_classes).to(device)
    ce = nn.CrossEntropyLoss(ignore_index=255)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    for image, mask in loader:
        loss = ce(model(image.to(device)), mask.to(device))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
