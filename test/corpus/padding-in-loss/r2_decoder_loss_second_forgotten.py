import torch
from torch import nn

PAD_TOKEN = 0


class Multitask(nn.Module):
    def __init__(self, vocab, tags, dim=96):
        super().__init__()
        self.emb = nn.Embedding(vocab, dim, padding_idx=PAD_TOKEN)
        self.enc = nn.LSTM(dim, dim, batch_first=True)
        self.next_word, self.tag = nn.Linear(dim, vocab), nn.Linear(dim, tags)

    def forward(self, ids):
        h, _ = self.enc(self.emb(ids))
        return self.next_word(h), self.tag(h)


def pad(rows):
    width = max(map(len, rows))
    return torch.tensor([row + [PAD_TOKEN] * (width - len(row)) for row in rows])


def fit(batches, vocab, tags):
    net = Multitask(vocab, tags)
    opt = torch.optim.Adam(net.parameters())
    word_loss = nn.CrossEntropyLoss(ignore_index=PAD_TOKEN)
    tag_loss = nn.CrossEntropyLoss()
    for ids, labels in batches:
        ids, labels = pad(ids), pad(labels)
        words, marks = net(ids)
        a = word_loss(words[:, :-1].flatten(0, 1), ids[:, 1:].flatten())
        b = tag_loss(marks.flatten(0, 1), labels.flatten())  # must: padding-in-loss
        opt.zero_grad()
        (a + b).backward()
        opt.step()
