import torch
from torch import nn
import torch.nn.functional as F


class CopyGate(nn.Module):
    def __init__(self, dim, vocab):
        super().__init__()
        self.gen, self.gate = nn.Linear(dim, vocab), nn.Linear(dim, 1)

    def forward(self, h, copy_probs):
        g = torch.sigmoid(self.gate(h))
        mixed = g * F.softmax(self.gen(h), dim=-1) + (1 - g) * copy_probs
        return mixed.clamp_min(1e-9).log()


def step(model, opt, h, copy_probs, word):
    loss = F.nll_loss(model(h, copy_probs), word)
    opt.zero_grad()
    loss.backward()
    opt.step()
    return loss.item()
