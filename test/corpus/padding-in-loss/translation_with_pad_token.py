"""German to English with attention; the targets of a batch are filled up to one length."""
import random

import torch
from torch import nn, optim
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader

PAD, BOS, EOS, UNK = 0, 1, 2, 3


def collate(batch):
    source, target = zip(*batch)
    source = pad_sequence([torch.tensor(s) for s in source], batch_first=True, padding_value=PAD)
    target = pad_sequence(
        [torch.tensor([BOS, *t, EOS]) for t in target], batch_first=True, padding_value=PAD
    )
    return source, target


class Seq2Seq(nn.Module):
    def __init__(self, n_source, n_target, dim=256):
        super().__init__()
        self.source = nn.Embedding(n_source, dim, padding_idx=PAD)
        self.target = nn.Embedding(n_target, dim, padding_idx=PAD)
        self.net = nn.Transformer(dim, 4, 3, 3, 512, dropout=0.1, batch_first=True)
        self.project = nn.Linear(dim, n_target)

    def forward(self, source, target):
        causal = self.net.generate_square_subsequent_mask(target.size(1)).to(target.device)
        hidden = self.net(
            self.source(source), self.target(target), tgt_mask=causal,
            src_key_padding_mask=source == PAD, memory_key_padding_mask=source == PAD,
        )
        return self.project(hidden)


def train(pairs, n_source, n_target, epochs=10):
    random.seed(0)
    torch.manual_seed(0)
    model = Seq2Seq(n_source, n_target)
    optimizer = optim.Adam(model.parameters(), lr=1e-4, betas=(0.9, 0.98))
    criterion = nn.CrossEntropyLoss()
    loader = DataLoader(pairs, batch_size=64, shuffle=True, collate_fn=collate)
    for epoch in range(epochs):
        model.train()
        total = 0.0
        for source, target in loader:
            logits = model(source, target[:, :-1])
            loss = criterion(logits.reshape(-1, logits.size(-1)), target[:, 1:].reshape(-1))  # must: padding-in-loss
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item()
        print(epoch, total / len(loader))
    return model
