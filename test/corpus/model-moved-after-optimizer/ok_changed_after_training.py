import copy

import torch
import torch.nn.functional as F
from torch import nn


def train(net, loader, epochs):
    torch.manual_seed(26)
    opt = torch.optim.AdamW(net.parameters(), lr=1e-3)
    for _ in range(epochs):
        net.train()
        for x, y in loader:
            opt.zero_grad()
            F.cross_entropy(net(x), y).backward()
            opt.step()


def export(net, path):
    """The copy that is shipped has probabilities for an output, in half precision."""
    shipped = copy.deepcopy(net).half()
    shipped.head = nn.Sequential(shipped.head, nn.Softmax(dim=-1))
    shipped.eval()
    torch.jit.script(shipped).save(path)


def strip_head(net, path):
    net.head = nn.Identity()
    net.eval()
    torch.save(net.state_dict(), path)


def main(net, loader, epochs=10):
    train(net, loader, epochs)
    export(net, "classifier.ts")
    strip_head(net, "embedder.pt")
