import torch
from torch import nn
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader


def collate(batch):
    words, tags = zip(*batch)
    return pad_sequence(words, batch_first=True, padding_value=0), pad_sequence(tags, batch_first=True, padding_value=0)


class PosTagger(nn.Module):
    def __init__(self, words, tags, dim=128):
        super().__init__()
        self.emb = nn.Embedding(words, dim, padding_idx=0)
        self.gru = nn.GRU(dim, dim, batch_first=True, bidirectional=True)
        self.out = nn.Linear(2 * dim, tags)

    def forward(self, w):
        return self.out(self.gru(self.emb(w))[0])


def train(sentences, n_words, n_tags, epochs=8):
    loader = DataLoader(sentences, batch_size=32, shuffle=True, collate_fn=collate)
    tagger = PosTagger(n_words, n_tags)
    criterion = nn.CrossEntropyLoss()
    opt = torch.optim.Adam(tagger.parameters())
    for _ in range(epochs):
        for w, t in loader:
            opt.zero_grad()
            loss = criterion(tagger(w).view(-1, n_tags), t.view(-1))  # must: padding-in-loss
            loss.backward()
            opt.step()
