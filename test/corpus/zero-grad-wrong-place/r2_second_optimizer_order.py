import torch
import torch.nn.functional as F
from torch import nn, optim


def train(embedder: nn.Module, head: nn.Module, loader, epochs: int = 10):
    opts = {"emb": optim.SGD(embedder.parameters(), lr=0.1), "head": optim.Adam(head.parameters(), lr=1e-3)}
    for epoch in range(epochs):
        embedder.train()
        head.train()
        for anchors, positives, labels in loader:
            za, zp = embedder(anchors), embedder(positives)
            contrast = F.cosine_embedding_loss(za, zp, torch.ones(len(za)))
            opts["emb"].zero_grad()
            contrast.backward()
            opts["emb"].step()

            ce = F.cross_entropy(head(za.detach()), labels)
            ce.backward()
            opts["head"].zero_grad()  # must: zero-grad-wrong-place
            opts["head"].step()
