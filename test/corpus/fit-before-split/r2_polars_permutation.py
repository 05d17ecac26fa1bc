from __future__ import annotations

import numpy as np
import polars as pl
import torch
from sklearn.preprocessing import MinMaxScaler
from torch import nn

torch.manual_seed(0)
rng = np.random.default_rng(0)

table = pl.read_parquet("bike_hours.parquet").drop_nulls()
y = table["rides"].to_numpy().astype("float32")
x = table.drop("rides").to_numpy().astype("float32")

bounds = MinMaxScaler()
bounds.fit(x)  # must: fit-before-split
x = bounds.transform(x)

order = rng.permutation(len(x))
cut = len(x) * 4 // 5
learn, judge = order[:cut], order[cut:]
x_learn, y_learn = torch.tensor(x[learn]), torch.tensor(y[learn])
x_judge, y_judge = torch.tensor(x[judge]), torch.tensor(y[judge])

net = nn.Sequential(nn.Linear(x.shape[1], 64), nn.ReLU(), nn.Linear(64, 1))
opt = torch.optim.AdamW(net.parameters(), lr=3e-3)
for step in range(500):
    opt.zero_grad()
    loss = nn.functional.l1_loss(net(x_learn).squeeze(1), y_learn)
    loss.backward()
    opt.step()

net.eval()
with torch.no_grad():
    print("MAE", nn.functional.l1_loss(net(x_judge).squeeze(1), y_judge).item())
