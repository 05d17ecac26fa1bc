"""Phonemes from frames. Batches are padded; what the loss reads is not."""
import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_sequence

PAD = -1


def collate(rows):
    frames, phones = zip(*rows)
    lengths = torch.tensor([len(p) for p in phones])
    return pad_sequence(frames, batch_first=True), pad_sequence(phones, batch_first=True, padding_value=PAD), lengths


class Frames(nn.Module):
    def __init__(self, mels=40, phones=61):
        super().__init__()
        self.gru = nn.GRU(mels, 200, batch_first=True)
        self.out = nn.Linear(200, phones)

    def forward(self, x, lengths):
        packed = pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
        h, _ = self.gru(packed)
        return self.out(h.data)


def packed_loss(model, x, y, lengths):
    target = pack_padded_sequence(y, lengths, batch_first=True, enforce_sorted=False).data
    return nn.functional.cross_entropy(model(x, lengths), target)


def masked_loss(logits, y):
    real = y != PAD
    return nn.functional.cross_entropy(logits[real], y[real])


def weighted_loss(logits, y):
    real = (y != PAD).float()
    each = nn.functional.cross_entropy(logits.transpose(1, 2), y.clamp_min(0), reduction="none")
    return (each * real).sum() / real.sum()


def train(loader, epochs=15):
    torch.manual_seed(95)
    model = Frames()
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    model.train()
    for _ in range(epochs):
        for x, y, lengths in loader:
            optimizer.zero_grad()
            packed_loss(model, x, y, lengths).backward()
            optimizer.step()
    return model
