# main
import torch
from torch import nn

from freezing import count_trainable, freeze


class Siamese(nn.Module):
    def __init__(self, vectors):
        super().__init__()
        self.words = nn.Embedding.from_pretrained(vectors, freeze=False)
        self.project = nn.Linear(vectors.shape[1], 128)

    def forward(self, a, b):
        za, zb = (self.project(self.words(s).mean(1)) for s in (a, b))
        return nn.functional.cosine_similarity(za, zb)


def train(vectors, loader, epochs=4):
    net = Siamese(vectors)
    freeze(net.words)
    print(count_trainable(net))
    adam = torch.optim.Adam(net.parameters(), lr=1e-3, weight_decay=1e-5)  # must: frozen-params-in-optimizer
    for _ in range(epochs):
        for a, b, score in loader:
            adam.zero_grad()
            nn.functional.mse_loss(net(a, b), score).backward()
            adam.step()
    return net
