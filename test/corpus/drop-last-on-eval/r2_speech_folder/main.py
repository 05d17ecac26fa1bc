# main
import argparse

import torch
from torch import nn
from torch.utils.data import DataLoader

from loading import parts


class Tagger(nn.Module):
    def __init__(self, bands, hidden, classes):
        super().__init__()
        self.rnn = nn.LSTM(bands, hidden, batch_first=True, bidirectional=True)
        self.drop = nn.Dropout(0.3)
        self.head = nn.Linear(2 * hidden, classes)

    def forward(self, x):
        out, _ = self.rnn(x)
        return self.head(self.drop(out.mean(dim=1)))


def dev_error(model, loader):
    model.eval()
    wrong = n = 0
    with torch.inference_mode():
        for x, y in loader:
            wrong += (model(x).argmax(1) != y).sum().item()
            n += len(y)
    return wrong / n


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("features")
    ap.add_argument("--batch", type=int, default=48)
    args = ap.parse_args()
    torch.manual_seed(2)
    train_set, dev_set = parts(args.features)
    train_loader = DataLoader(train_set, args.batch, shuffle=True, drop_last=True)
    dev_loader = DataLoader(
        dev_set,
        args.batch,
        num_workers=2,
        drop_last=True,  # must: drop-last-on-eval
    )
    model = Tagger(80, 128, 12)
    opt = torch.optim.Adam(model.parameters())
    for epoch in range(12):
        model.train()
        for x, y in train_loader:
            opt.zero_grad()
            nn.functional.cross_entropy(model(x), y).backward()
            opt.step()
        print(epoch, dev_error(model, dev_loader))


if __name__ == "__main__":
    main()
