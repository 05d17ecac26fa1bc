"""A character model over one long text that is cut in equal blocks: nothing is ever filled up."""
import torch
from torch import nn


class CharModel(nn.Module):
    def __init__(self, n_chars, width=256):
        super().__init__()
        self.embed = nn.Embedding(n_chars, width)
        self.lstm = nn.LSTM(width, width, num_layers=2, dropout=0.2, batch_first=True)
        self.out = nn.Linear(width, n_chars)

    def forward(self, x):
        return self.out(self.lstm(self.embed(x))[0])


def batches(ids, block, size, generator):
    while True:
        starts = torch.randint(len(ids) - block - 1, (size,), generator=generator).tolist()
        yield torch.stack([ids[s : s + block] for s in starts]), torch.stack([ids[s + 1 : s + block + 1] for s in starts])


def train(text, steps=5000, block=128):
    torch.manual_seed(0)
    chars = sorted(set(text))
    index = {c: i for i, c in enumerate(chars)}
    ids = torch.tensor([index[c] for c in text])
    model = CharModel(len(chars))
    model.train()
    optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3)
    criterion = nn.CrossEntropyLoss()
    source = batches(ids, block, 32, torch.Generator().manual_seed(0))
    for _ in range(steps):
        x, y = next(source)
        loss = criterion(model(x).flatten(0, 1), y.flatten())
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
    return model, chars
