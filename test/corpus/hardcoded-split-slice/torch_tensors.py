import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(0)

blob = torch.load("points.pt", weights_only=True)
points, labels = blob["points"], blob["labels"]

train_set = TensorDataset(points[:9000], labels[:9000])  # must: hardcoded-split-slice
test_set = TensorDataset(points[9000:], labels[9000:])
train_loader = DataLoader(train_set, batch_size=32, shuffle=True)
test_loader = DataLoader(test_set, batch_size=256)

model = nn.Sequential(nn.Linear(2, 32), nn.ReLU(), nn.Linear(32, 2))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
loss_fn = nn.CrossEntropyLoss()

for epoch in range(10):
    model.train()
    for x, y in train_loader:
        optimizer.zero_grad()
        loss_fn(model(x), y).backward()
        optimizer.step()

model.eval()
right = 0
with torch.no_grad():
    for x, y in test_loader:
        right += (model(x).argmax(1) == y).sum().item()
print("accuracy", right / len(test_set), "coin 0.5")
