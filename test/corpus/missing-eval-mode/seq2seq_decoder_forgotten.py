import argparse
import random

import torch
import torch.nn as nn
import torch.nn.functional as F


class EncoderRNN(nn.Module):
    def __init__(self, vocab, hidden, p=0.2):
        super().__init__()
        self.embedding = nn.Embedding(vocab, hidden)
        self.dropout = nn.Dropout(p)
        self.gru = nn.GRU(hidden, hidden, batch_first=True)

    def forward(self, tokens):
        return self.gru(self.dropout(self.embedding(tokens)))


class DecoderRNN(nn.Module):
    def __init__(self, vocab, hidden, p=0.2):
        super().__init__()
        self.embedding = nn.Embedding(vocab, hidden)
        self.dropout = nn.Dropout(p)
        self.gru = nn.GRU(hidden, hidden, batch_first=True)
        self.out = nn.Linear(hidden, vocab)

    def forward(self, token, hidden):
        output, hidden = self.gru(self.dropout(F.relu(self.embedding(token))), hidden)
        return self.out(output), hidden


def train_epoch(loader, encoder, decoder, enc_opt, dec_opt, criterion):
    encoder.train()
    decoder.train()
    total = 0.0
    for src, tgt in loader:
        enc_opt.zero_grad()
        dec_opt.zero_grad()
        _, hidden = encoder(src)
        logits, _ = decoder(tgt[:, :-1], hidden)
        loss = criterion(logits.flatten(0, 1), tgt[:, 1:].flatten())
        loss.backward()
        enc_opt.step()
        dec_opt.step()
        total += loss.item()
    return total / len(loader)


def evaluate(loader, encoder, decoder, criterion):
    encoder.eval()
    total = 0.0
    with torch.inference_mode():
        for src, tgt in loader:
            _, hidden = encoder(src)
            logits, _ = decoder(tgt[:, :-1], hidden)  # must: missing-eval-mode
            total += criterion(logits.flatten(0, 1), tgt[:, 1:].flatten()).item()
    return total / len(loader)


def main(args, train_loader, dev_loader):
    random.seed(args.seed)
    torch.manual_seed(args.seed)
    encoder = EncoderRNN(args.vocab, args.hidden)
    decoder = DecoderRNN(args.vocab, args.hidden)
    enc_opt = torch.optim.Adam(encoder.parameters(), lr=args.lr)
    dec_opt = torch.optim.Adam(decoder.parameters(), lr=args.lr)
    criterion = nn.CrossEntropyLoss(ignore_index=0)
    for epoch in range(args.epochs):
        tr = train_epoch(train_loader, encoder, decoder, enc_opt, dec_opt, criterion)
        dev = evaluate(dev_loader, encoder, decoder, criterion)
        print(epoch, tr, dev)


def parse():
    parser = argparse.ArgumentParser()
    parser.add_argument("--vocab", type=int, default=8000)
    parser.add_argument("--hidden", type=int, default=256)
    parser.add_argument("--lr", type=float, default=1e-3)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()
