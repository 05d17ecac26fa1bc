"""Small torch network over scaled sklearn features."""
import numpy as np
import pandas as pd
import torch
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(3)
np.random.seed(3)


class Net(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(width, 32), nn.ReLU(), nn.Dropout(0.2), nn.Linear(32, 1))

    def forward(self, x):
        return self.layers(x).squeeze(1)


df = pd.read_csv("concrete.csv")
y = df.pop("strength").to_numpy(dtype=np.float32)
X = df.to_numpy(dtype=np.float32)

scaler = StandardScaler()
X = scaler.fit_transform(X)  # must: fit-before-split

X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=3)
train_set = TensorDataset(torch.from_numpy(X_train), torch.from_numpy(y_train))
loader = DataLoader(train_set, batch_size=64, shuffle=True)

net = Net(X.shape[1])
opt = torch.optim.Adam(net.parameters(), lr=1e-3)
criterion = nn.MSELoss()
for epoch in range(50):
    net.train()
    for xb, yb in loader:
        opt.zero_grad()
        loss = criterion(net(xb), yb)
        loss.backward()
        opt.step()

net.eval()
with torch.no_grad():
    out = net(torch.from_numpy(X_test))
    print("mse", criterion(out, torch.from_numpy(y_test)).item())
    print("mean", float(((y_test - y_train.mean()) ** 2).mean()))
