"""The logarithm is taken: in the net by log_softmax, in the pointer mixture by torch.log of a sum of softmaxes."""
import torch
import torch.nn.functional as F
from torch import nn


class PointerGenerator(nn.Module):
    def __init__(self, hidden, vocab):
        super().__init__()
        self.vocab_head = nn.Linear(hidden, vocab)
        self.copy_gate = nn.Linear(hidden, 1)

    def forward(self, state, attention, source_ids):
        p_gen = torch.sigmoid(self.copy_gate(state))
        p_vocab = F.softmax(self.vocab_head(state), dim=-1)
        mixed = (p_gen * p_vocab).scatter_add(1, source_ids, (1 - p_gen) * attention)
        return torch.log(mixed + 1e-12)


class Plain(nn.Module):
    def __init__(self, hidden, vocab):
        super().__init__()
        self.head = nn.Sequential(nn.Linear(hidden, vocab), nn.LogSoftmax(dim=-1))

    def forward(self, state):
        return self.head(state)


def loss_of(pointer, plain, state, attention, source_ids, target):
    criterion = nn.NLLLoss()
    return criterion(pointer(state, attention, source_ids), target) + criterion(plain(state), target)
