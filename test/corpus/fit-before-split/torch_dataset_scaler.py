"""A dataset that scales itself when it is made, and is split afterwards."""
import pandas as pd
import torch
from sklearn.preprocessing import StandardScaler
from torch import nn
from torch.utils.data import DataLoader, Dataset, random_split

torch.manual_seed(21)


class TableDataset(Dataset):
    def __init__(self, csv):
        df = pd.read_csv(csv)
        y = df.pop("label").values
        self.scaler = StandardScaler()
        X = self.scaler.fit_transform(df.values)  # must: fit-before-split
        self.X = torch.tensor(X, dtype=torch.float32)
        self.y = torch.tensor(y, dtype=torch.long)

    def __len__(self):
        return len(self.y)

    def __getitem__(self, i):
        return self.X[i], self.y[i]


dataset = TableDataset("table.csv")
n_test = int(0.2 * len(dataset))
train_set, test_set = random_split(dataset, [len(dataset) - n_test, n_test])
model = nn.Sequential(nn.Linear(dataset.X.shape[1], 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.Adam(model.parameters())

for epoch in range(10):
    model.train()
    for xb, yb in DataLoader(train_set, batch_size=32, shuffle=True):
        opt.zero_grad()
        nn.functional.cross_entropy(model(xb), yb).backward()
        opt.step()

model.eval()
right = 0
with torch.no_grad():
    for xb, yb in DataLoader(test_set, batch_size=256):
        right += (model(xb).argmax(1) == yb).sum().item()
print("accuracy", right / n_test, "majority", dataset.y.bincount().max().item() / len(dataset))
