import pandas as pd
import torch
from sklearn.model_selection import train_test_split
from torch import nn

torch.manual_seed(1)
reviews = pd.read_parquet("review_vectors.parquet")
counts = reviews["toxic"].value_counts()
extra = reviews[reviews["toxic"] == 1].sample(n=counts[0] - counts[1], replace=True, random_state=1)  # must: resample-before-split
reviews = pd.concat([reviews, extra], ignore_index=True)

train, test = train_test_split(reviews, test_size=0.2, random_state=1)


def tensors(part):
    y = torch.tensor(part["toxic"].to_numpy(), dtype=torch.float32)
    x = torch.tensor(part.drop(columns="toxic").to_numpy(), dtype=torch.float32)
    return x, y


x_train, y_train = tensors(train)
x_test, y_test = tensors(test)
net = nn.Sequential(nn.Linear(x_train.shape[1], 64), nn.ReLU(), nn.Linear(64, 1))
opt = torch.optim.Adam(net.parameters(), lr=1e-3)
criterion = nn.BCEWithLogitsLoss()
for step in range(300):
    opt.zero_grad()
    loss = criterion(net(x_train).squeeze(1), y_train)
    loss.backward()
    opt.step()

with torch.no_grad():
    toxic = net(x_test).squeeze(1) > 0
print("recall", (toxic & y_test.bool()).sum().item() / y_test.sum().item())
