"""torch has its seed; the shuffle of the rows comes from numpy and has none."""
import numpy as np
import torch
from torch import nn

torch.manual_seed(1)

rows = np.genfromtxt("iris.csv", delimiter=",", skip_header=1, dtype="float32")
np.random.shuffle(rows)  # must: seed-missing-numpy
cut = int(len(rows) * 0.8)
train, test = torch.from_numpy(rows[:cut]), torch.from_numpy(rows[cut:])

model = nn.Linear(4, 3)
opt = torch.optim.Adam(model.parameters(), lr=0.05)
for _ in range(300):
    opt.zero_grad()
    loss = nn.functional.cross_entropy(model(train[:, :4]), train[:, 4].long())
    loss.backward()
    opt.step()

model.eval()
with torch.no_grad():
    hits = (model(test[:, :4]).argmax(1) == test[:, 4].long()).float().mean()
print("accuracy", hits.item(), "guess", 1 / 3)
