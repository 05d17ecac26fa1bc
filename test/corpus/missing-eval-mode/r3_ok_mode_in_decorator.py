import functools

import torch
from torch import nn
from torch.utils.data import DataLoader


def as_evaluation(method):
    @functools.wraps(method)
    def inner(self, *args, **kwargs):
        was_training = self.tagger.training
        self.tagger.eval()
        try:
            with torch.no_grad():
                return method(self, *args, **kwargs)
        finally:
            self.tagger.train(was_training)

    return inner


class Tagger(nn.Module):
    def __init__(self, words, tags):
        super().__init__()
        self.embed = nn.Embedding(words, 100)
        self.lstm = nn.LSTM(100, 128, bidirectional=True, batch_first=True)
        self.drop = nn.Dropout(0.5)
        self.out = nn.Linear(256, tags)

    def forward(self, words):
        return self.out(self.drop(self.lstm(self.embed(words))[0]))


class TaggingExperiment:
    def __init__(self, words, tags):
        torch.manual_seed(0)
        self.tagger = Tagger(words, tags)
        self.optimizer = torch.optim.Adam(self.tagger.parameters())
        self.ce = nn.CrossEntropyLoss(ignore_index=0)

    def fit(self, train, dev, epochs=15):
        self.tagger.train()
        for epoch in range(epochs):
            for words, tags in DataLoader(train, batch_size=16, shuffle=True):
                self.optimizer.zero_grad()
                loss = self.ce(self.tagger(words).transpose(1, 2), tags)
                loss.backward()
                self.optimizer.step()
            print(epoch, self.accuracy(dev))

    @as_evaluation
    def accuracy(self, dev):
        right = seen = 0
        for words, tags in DataLoader(dev, batch_size=64):
            guess = self.tagger(words).argmax(-1)
            known = tags != 0
            right += (guess[known] == tags[known]).sum().item()
            seen += known.sum().item()
        return right / seen
