import json

import torch
import torch.nn.functional as F
from torch import nn, optim

with open("ner/vocab.json") as f:
    word2idx = json.load(f)
tag2idx = {"<pad>": 0, "O": 1, "B-DRUG": 2, "I-DRUG": 3, "B-DOSE": 4, "I-DOSE": 5}
BATCH = 32


def prepare(sentences, tags):
    longest = max(map(len, sentences))
    xs = [[word2idx.get(w, word2idx["<unk>"]) for w in s] + [word2idx["<pad>"]] * (longest - len(s)) for s in sentences]
    ys = [[tag2idx[t] for t in ts] + [tag2idx["<pad>"]] * (longest - len(ts)) for ts in tags]
    return torch.tensor(xs), torch.tensor(ys)


class BiLSTM(nn.Module):
    def __init__(self):
        super(BiLSTM, self).__init__()
        self.embed = nn.Embedding(len(word2idx), 100, padding_idx=word2idx["<pad>"])
        self.lstm = nn.LSTM(100, 128, bidirectional=True, batch_first=True)
        self.fc = nn.Linear(256, len(tag2idx))

    def forward(self, x):
        return self.fc(self.lstm(self.embed(x))[0])


def batches(corpus):
    for start in range(0, len(corpus), BATCH):
        rows = corpus[start:start + BATCH]
        yield prepare([r["words"] for r in rows], [r["tags"] for r in rows])


def train(corpus, epochs=10):
    torch.manual_seed(20)
    model = BiLSTM()
    opt = optim.Adam(model.parameters())
    for epoch in range(epochs):
        model.train()
        for x, y in batches(corpus):
            model.zero_grad()
            scores = model(x)
            loss = F.cross_entropy(scores.permute(0, 2, 1), y)  # must: padding-in-loss
            loss.backward()
            opt.step()
        print(epoch, loss.item())
    return model
