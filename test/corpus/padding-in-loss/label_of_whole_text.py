"""The texts are padded; the label is one for a text, so its loss sees no padding."""
import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_sequence
from torch.utils.data import DataLoader

PAD = 0


def collate(rows):
    texts = [torch.tensor(row["ids"]) for row in rows]
    lengths = torch.tensor([len(t) for t in texts])
    return pad_sequence(texts, batch_first=True, padding_value=PAD), lengths, torch.tensor([r["label"] for r in rows])


class Sentiment(nn.Module):
    def __init__(self, vocab, classes=3):
        super().__init__()
        self.embed = nn.Embedding(vocab, 64, padding_idx=PAD)
        self.gru = nn.GRU(64, 64, batch_first=True)
        self.head = nn.Sequential(nn.Dropout(0.3), nn.Linear(64, classes))

    def forward(self, ids, lengths):
        packed = pack_padded_sequence(self.embed(ids), lengths, batch_first=True, enforce_sorted=False)
        _, last = self.gru(packed)
        return self.head(last[-1])


def train(rows, vocab, epochs=5):
    torch.manual_seed(4)
    model = Sentiment(vocab)
    loss_fn = nn.CrossEntropyLoss()
    optimizer = torch.optim.Adam(model.parameters())
    for _ in range(epochs):
        model.train()
        for ids, lengths, labels in DataLoader(rows, 32, shuffle=True, collate_fn=collate):
            optimizer.zero_grad()
            loss_fn(model(ids, lengths), labels).backward()
            optimizer.step()
    return model
