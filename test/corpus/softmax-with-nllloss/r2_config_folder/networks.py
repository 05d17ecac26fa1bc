import torch
from torch import nn


class Tagger(nn.Module):
    def __init__(self, vocab, tags, dim=64):
        super().__init__()
        self.emb = nn.Embedding(vocab, dim)
        self.lstm = nn.LSTM(dim, dim, bidirectional=True, batch_first=True)
        self.tag = nn.Linear(2 * dim, tags)

    def forward(self, words):
        h, _ = self.lstm(self.emb(words))
        return torch.softmax(self.tag(h), dim=-1)
