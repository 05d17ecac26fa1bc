import argparse

import torch
import torch.nn as nn
from torch.nn.utils import clip_grad_norm_
from torch.utils.data import DataLoader, TensorDataset


class CharLSTM(nn.Module):
    def __init__(self, vocab, hidden=256):
        super().__init__()
        self.embed = nn.Embedding(vocab, 64)
        self.rnn = nn.LSTM(64, hidden, num_layers=2, batch_first=True)
        self.head = nn.Linear(hidden, vocab)

    def forward(self, tokens):
        out, _ = self.rnn(self.embed(tokens))
        return self.head(out)


def run_epoch(model, loader, optimizer, loss_fn, max_norm, device):
    model.train()
    total, count = 0.0, 0
    for tokens, targets in loader:
        tokens, targets = tokens.to(device), targets.to(device)
        optimizer.zero_grad()
        logits = model(tokens)
        loss = loss_fn(logits.flatten(0, 1), targets.flatten())
        clip_grad_norm_(model.parameters(), max_norm)  # must: clip-grad-wrong-place
        loss.backward()
        optimizer.step()
        total += loss.item() * targets.numel()
        count += targets.numel()
    return total / count


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus")
    parser.add_argument("--clip", type=float, default=0.25)
    parser.add_argument("--epochs", type=int, default=30)
    args = parser.parse_args()
    torch.manual_seed(3)
    with open(args.corpus, encoding="utf-8") as f:
        text = f.read()
    chars = sorted(set(text))
    ids = torch.tensor([chars.index(c) for c in text])
    windows = ids.unfold(0, 129, 128)
    loader = DataLoader(TensorDataset(windows[:, :-1], windows[:, 1:]), batch_size=32, shuffle=True)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    model = CharLSTM(len(chars)).to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
    for epoch in range(args.epochs):
        print(epoch, run_epoch(model, loader, optimizer, nn.CrossEntropyLoss(), args.clip, device))


if __name__ == "__main__":
    main()
