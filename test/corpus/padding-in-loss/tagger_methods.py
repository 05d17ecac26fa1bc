import torch
import torch.nn.functional as F
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence, pad_sequence

PAD_TAG = 0


class BiLstmTagger(nn.Module):
    def __init__(self, words, tags, dim=100, hidden=128):
        super().__init__()
        self.embed = nn.Embedding(words, dim, padding_idx=0)
        self.lstm = nn.LSTM(dim, hidden, bidirectional=True, batch_first=True)
        self.drop = nn.Dropout(0.5)
        self.out = nn.Linear(2 * hidden, tags)

    def forward(self, ids, lengths):
        packed = pack_padded_sequence(self.embed(ids), lengths, batch_first=True, enforce_sorted=False)
        states, _ = pad_packed_sequence(self.lstm(packed)[0], batch_first=True)
        return self.out(self.drop(states))


class TaggerTrainer:
    def __init__(self, model, lr=0.001):
        self.model = model
        self.optimizer = torch.optim.Adam(model.parameters(), lr=lr)

    @staticmethod
    def batch(sentences):
        ids = pad_sequence([torch.tensor(s["ids"]) for s in sentences], batch_first=True)
        tags = pad_sequence([torch.tensor(s["tags"]) for s in sentences], batch_first=True, padding_value=PAD_TAG)
        return ids, tags, torch.tensor([len(s["ids"]) for s in sentences])

    def step(self, sentences):
        self.model.train()
        ids, tags, lengths = self.batch(sentences)
        scores = self.model(ids, lengths)
        loss = F.cross_entropy(scores.transpose(1, 2), tags)  # must: padding-in-loss
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()
        return loss.item()
