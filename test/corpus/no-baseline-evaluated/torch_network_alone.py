"""Digits with a small network; the test accuracy stands alone."""
import torch
from sklearn.datasets import load_digits
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from torch import nn

torch.manual_seed(0)
digits = load_digits()
X_train, X_test, y_train, y_test = train_test_split(
    torch.tensor(digits.data, dtype=torch.float32), torch.tensor(digits.target), test_size=0.2, random_state=0
)

model = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))
opt = torch.optim.Adam(model.parameters())
for _ in range(300):
    opt.zero_grad()
    nn.functional.cross_entropy(model(X_train), y_train).backward()
    opt.step()

model.eval()
with torch.no_grad():
    guess = model(X_test).argmax(1)
print("accuracy", accuracy_score(y_test.numpy(), guess.numpy()))  # must: no-baseline-evaluated
