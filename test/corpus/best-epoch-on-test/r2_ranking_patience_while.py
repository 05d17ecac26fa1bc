"""Matrix factorisation; stops when the hits on the held-out items no longer rise."""
import numpy as np
import torch
from sklearn.model_selection import train_test_split
from torch import nn


class Factors(nn.Module):
    def __init__(self, users, items, k):
        super().__init__()
        self.u, self.i = nn.Embedding(users, k), nn.Embedding(items, k)

    def forward(self, users, items):
        return (self.u(users) * self.i(items)).sum(-1)


def rmse(model, part):
    model.eval()
    with torch.no_grad():
        return (model(part[:, 0], part[:, 1]) - part[:, 2]).float().pow(2).mean().sqrt().item()


torch.manual_seed(1)
ratings = torch.from_numpy(np.load("ratings.npy"))
train, test = train_test_split(ratings, random_state=1)
model = Factors(6041, 3953, 32)
opt = torch.optim.Adam(model.parameters(), lr=5e-3)

waited, best_rmse = 0, float("inf")
while waited < 5:
    model.train()
    for batch in train[torch.randperm(len(train))].split(4096):
        opt.zero_grad()
        loss = nn.functional.mse_loss(model(batch[:, 0], batch[:, 1]), batch[:, 2].float())
        loss.backward()
        opt.step()
    now = rmse(model, test)
    if now < best_rmse:  # must: best-epoch-on-test
        best_rmse, waited = now, 0
        torch.save(model.state_dict(), "mf.pt")
    else:
        waited += 1
print("test RMSE", best_rmse)
