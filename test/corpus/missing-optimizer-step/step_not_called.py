import torch
from torch import nn, optim


def make_batches(text, length, generator):
    while True:
        starts = torch.randint(0, len(text) - length - 1, (32,), generator=generator)
        windows = torch.stack([text[s : s + length + 1] for s in starts])
        yield windows[:, :-1], windows[:, 1:]


def train_language_model(lm, text, steps, length=128):
    generator = torch.Generator().manual_seed(0)
    torch.manual_seed(0)
    optimizer = optim.AdamW(lm.parameters(), lr=6e-4)
    ce = nn.CrossEntropyLoss()
    lm.train()
    for step, (x, y) in zip(range(steps), make_batches(text, length, generator)):
        optimizer.zero_grad(set_to_none=True)
        loss = ce(lm(x).transpose(1, 2), y)
        loss.backward()  # must: missing-optimizer-step
        nn.utils.clip_grad_norm_(lm.parameters(), 1.0)
        optimizer.step
        if step % 100 == 0:
            print(step, loss.item())
