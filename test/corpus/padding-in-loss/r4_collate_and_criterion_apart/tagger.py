# main
"""Part-of-speech tagger; tag 0 is padding."""
import torch
from torch import nn

from data import PAD, loaders


class Tagger(nn.Module):
    def __init__(self, vocab, tags, width=200):
        super().__init__()
        self.embed = nn.Embedding(vocab, width, padding_idx=PAD)
        self.rnn = nn.LSTM(width, width, bidirectional=True, batch_first=True)
        self.out = nn.Linear(2 * width, tags)

    def forward(self, words):
        return self.out(self.rnn(self.embed(words))[0])


def train(sets, vocab, tags, epochs=10):
    torch.manual_seed(15)
    tagger = Tagger(vocab, tags)
    optimizer = torch.optim.Adam(tagger.parameters(), lr=1e-3)
    criterion = nn.CrossEntropyLoss()
    for _ in range(epochs):
        tagger.train()
        for words, gold in loaders(sets, 64)["train"]:
            optimizer.zero_grad()
            loss = criterion(tagger(words).transpose(1, 2), gold)  # must: padding-in-loss
            loss.backward()
            optimizer.step()
    return tagger
