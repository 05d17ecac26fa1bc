import torch
import torch.nn.functional as F
from torch import nn


class Reader(nn.Module):
    def __init__(self, vocab, dim=300, n_classes=5):
        super().__init__()
        self.words = nn.Embedding(vocab, dim)
        self.rnn = nn.GRU(dim, 256, batch_first=True)
        self.out = nn.Linear(256, n_classes)

    def forward(self, ids):
        _, h = self.rnn(self.words(ids))
        return self.out(h[-1])


def train(vectors, loader, cfg):
    torch.manual_seed(cfg.seed)
    reader = Reader(len(vectors))
    reader.words.weight.data.copy_(torch.as_tensor(vectors))
    opt = torch.optim.AdamW(reader.parameters(), lr=cfg.lr, weight_decay=0.01)  # must: frozen-params-in-optimizer
    reader.words.weight.requires_grad = False

    for epoch in range(cfg.epochs):
        reader.train()
        for ids, label in loader:
            opt.zero_grad()
            loss = F.cross_entropy(reader(ids), label)
            loss.backward()
            opt.step()
        print(epoch, loss.item())
