import contextlib

import torch
from torch import nn
import torch.nn.functional as F


@contextlib.contextmanager
def inference(*modules):
    before = [m.training for m in modules]
    for m in modules:
        m.eval()
    try:
        with torch.no_grad():
            yield
    finally:
        for m, mode in zip(modules, before):
            m.train(mode)


class MelodyModel(nn.Module):
    def __init__(self, notes=130):
        super().__init__()
        self.embed = nn.Embedding(notes, 64)
        self.core = nn.LSTM(64, 256, num_layers=2, dropout=0.25, batch_first=True)
        self.out = nn.Linear(256, notes)

    def forward(self, x, state=None):
        h, state = self.core(self.embed(x), state)
        return self.out(h), state


def improvise(model, first, length=64):
    with inference(model):
        note, state, tune = torch.tensor([[first]]), None, [first]
        for _ in range(length):
            logits, state = model(note, state)
            note = torch.multinomial(logits[:, -1].softmax(-1), 1)
            tune.append(note.item())
    return tune


def learn(batches, steps=20_000):
    torch.manual_seed(7)
    model = MelodyModel()
    optim = torch.optim.AdamW(model.parameters(), lr=5e-4)
    model.train()
    for i, tune in zip(range(steps), batches):
        logits, _ = model(tune[:, :-1])
        loss = F.cross_entropy(logits.flatten(0, 1), tune[:, 1:].flatten())
        optim.zero_grad()
        loss.backward()
        optim.step()
        if i % 1000 == 0:
            print(i, loss.item(), improvise(model, first=60))
    return model
