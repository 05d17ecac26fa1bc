import numpy as np
import pandas as pd
import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset, random_split

torch.manual_seed(0)


class HousePrices(Dataset):
    """Rooms, area, age ... of a house and its price in thousands."""

    FEATURES = ["rooms", "area", "age", "distance", "tax"]

    def __init__(self, csv_path):
        frame = pd.read_csv(csv_path)
        values = frame[self.FEATURES].values.astype(np.float32)
        low, high = values.min(axis=0), values.max(axis=0)  # must: self-statistic-before-split
        self.x = torch.from_numpy((values - low) / (high - low))
        self.y = torch.tensor(frame["price"].values, dtype=torch.float32)

    def __len__(self):
        return len(self.y)

    def __getitem__(self, i):
        return self.x[i], self.y[i]


dataset = HousePrices("houses.csv")
n_test = len(dataset) // 5
train_set, test_set = random_split(
    dataset, [len(dataset) - n_test, n_test], generator=torch.Generator().manual_seed(0)
)
train_loader = DataLoader(train_set, batch_size=64, shuffle=True)
test_loader = DataLoader(test_set, batch_size=256)

net = nn.Sequential(nn.Linear(5, 32), nn.ReLU(), nn.Linear(32, 1))
optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)

for epoch in range(50):
    net.train()
    for x, y in train_loader:
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(net(x).squeeze(-1), y)
        loss.backward()
        optimizer.step()

net.eval()
total = 0.0
with torch.no_grad():
    for x, y in test_loader:
        total += nn.functional.l1_loss(net(x).squeeze(-1), y, reduction="sum").item()
print("mean absolute error", total / len(test_set))
