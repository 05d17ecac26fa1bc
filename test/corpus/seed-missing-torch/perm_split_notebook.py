# %% [markdown]
# # A character model

# %%
from pathlib import Path

import torch
from torch import nn

text = Path("tales.txt").read_text()
chars = sorted(set(text))
index = {c: i for i, c in enumerate(chars)}
ids = torch.tensor([index[c] for c in text])

# %%
starts = torch.randperm(len(ids) - 65)  # must: seed-missing-torch
n_val = len(starts) // 10
train_starts, val_starts = starts[n_val:], starts[:n_val]

# %%
embed = nn.Embedding(len(chars), 64)
rnn = nn.GRU(64, 128, batch_first=True)
head = nn.Linear(128, len(chars))
params = [*embed.parameters(), *rnn.parameters(), *head.parameters()]
optim = torch.optim.Adam(params, lr=2e-3)

# %%
for step in range(0, len(train_starts) - 32, 32):
    batch = torch.stack([ids[s : s + 65] for s in train_starts[step : step + 32].tolist()])
    hidden, _ = rnn(embed(batch[:, :-1]))
    loss = nn.functional.cross_entropy(head(hidden).flatten(0, 1), batch[:, 1:].flatten())
    optim.zero_grad()
    loss.backward()
    optim.step()
    if step % 3200 == 0:
        print(step, loss.item(), len(val_starts))
