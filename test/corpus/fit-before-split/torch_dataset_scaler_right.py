import pandas as pd
import torch
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from torch import nn
from torch.utils.data import DataLoader, Dataset

torch.manual_seed(21)


class TableDataset(Dataset):
    def __init__(self, frame, scaler=None):
        X = frame.drop(columns="label").values
        self.scaler = scaler or StandardScaler().fit(X)
        self.X = torch.tensor(self.scaler.transform(X), dtype=torch.float32)
        self.y = torch.tensor(frame["label"].values, dtype=torch.long)

    def __len__(self):
        return len(self.y)

    def __getitem__(self, i):
        return self.X[i], self.y[i]


train_df, test_df = train_test_split(pd.read_csv("table.csv"), test_size=0.2, random_state=21)
train_set = TableDataset(train_df)
test_set = TableDataset(test_df, train_set.scaler)
model = nn.Sequential(nn.Linear(train_set.X.shape[1], 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.Adam(model.parameters())

for epoch in range(10):
    model.train()
    for xb, yb in DataLoader(train_set, batch_size=32, shuffle=True):
        opt.zero_grad()
        nn.functional.cross_entropy(model(xb), yb).backward()
        opt.step()

model.eval()
with torch.no_grad():
    print("accuracy", (model(test_set.X).argmax(1) == test_set.y).float().mean().item())
