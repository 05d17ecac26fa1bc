"""Slides are cut into tiles; the patients, not the tiles, are drawn."""
import pandas as pd
import torch
from sklearn.model_selection import train_test_split
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(0)
tiles = pd.read_pickle("tiles.pkl")
print(tiles.groupby("patient_id").size().describe())

patients = tiles["patient_id"].unique()
train_ids, test_ids = train_test_split(patients, test_size=0.2, random_state=0)
assert not set(train_ids) & set(test_ids)


def part(ids):
    rows = tiles[tiles["patient_id"].isin(ids)]
    x = torch.tensor(rows.filter(like="emb_").to_numpy(), dtype=torch.float32)
    return TensorDataset(x, torch.tensor(rows["tumor"].to_numpy(), dtype=torch.float32))


train, test = part(train_ids), part(test_ids)
net = nn.Sequential(nn.Linear(train[0][0].numel(), 128), nn.ReLU(), nn.Linear(128, 1))
opt = torch.optim.Adam(net.parameters(), lr=1e-4)
criterion = nn.BCEWithLogitsLoss()
for epoch in range(20):
    for x, y in DataLoader(train, batch_size=256, shuffle=True):
        opt.zero_grad()
        criterion(net(x).squeeze(1), y).backward()
        opt.step()

with torch.no_grad():
    x, y = test.tensors
    print("accuracy", ((net(x).squeeze(1) > 0) == y.bool()).float().mean().item())
