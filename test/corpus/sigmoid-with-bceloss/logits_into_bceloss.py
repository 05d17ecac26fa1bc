import pandas as pd
import torch
from sklearn.model_selection import train_test_split
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(19)


class LogisticNet(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.hidden = nn.Linear(width, 32)
        self.drop = nn.Dropout(0.3)
        self.out = nn.Linear(32, 1)

    def forward(self, x):
        x = self.drop(torch.relu(self.hidden(x)))
        return self.out(x).squeeze(1)


churn = pd.read_csv("telco.csv").astype("float32")
train_rows, test_rows = train_test_split(churn, test_size=0.2, random_state=19)
as_set = lambda rows: TensorDataset(torch.tensor(rows.drop(columns="churn").values), torch.tensor(rows["churn"].values))
train_dl = DataLoader(as_set(train_rows), batch_size=64, shuffle=True)
test_dl = DataLoader(as_set(test_rows), batch_size=512)

model = LogisticNet(churn.shape[1] - 1)
criterion = nn.BCELoss()
optimizer = torch.optim.Adam(model.parameters())
for epoch in range(20):
    model.train()
    for x, y in train_dl:
        optimizer.zero_grad()
        loss = criterion(model(x), y)  # must: sigmoid-with-bceloss
        loss.backward()
        optimizer.step()

model.eval()
with torch.no_grad():
    right = sum(((model(x) > 0) == y.bool()).sum().item() for x, y in test_dl)
print("accuracy", right / len(test_rows))
