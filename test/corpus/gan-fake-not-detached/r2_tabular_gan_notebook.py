# %%
import numpy as np
import torch
import torch.nn as nn
import torch.optim as optim

rng = np.random.default_rng(5)
torch.manual_seed(5)
rows = torch.from_numpy(rng.normal(size=(5000, 12))).float()

# %%
gen = nn.Sequential(nn.Linear(32, 64), nn.ReLU(), nn.Linear(64, 12))
disc = nn.Sequential(nn.Linear(12, 64), nn.LeakyReLU(0.2), nn.Linear(64, 1))
og, od = optim.Adam(gen.parameters(), 1e-3), optim.Adam(disc.parameters(), 1e-3)
crit = nn.BCEWithLogitsLoss()

# %%
for it in range(3000):
    real = rows[torch.randint(len(rows), (128,))]
    z = torch.randn(128, 32)
    synthetic = gen(z)

    disc.zero_grad()
    d_real = crit(disc(real), torch.ones(128, 1))
    d_fake = crit(disc(synthetic), torch.zeros(128, 1))  # must: gan-fake-not-detached
    (d_real + d_fake).backward()
    od.step()

    gen.zero_grad()
    g = crit(disc(gen(z)), torch.ones(128, 1))
    g.backward()
    og.step()
