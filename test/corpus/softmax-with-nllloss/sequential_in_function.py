import torch
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, TensorDataset


def mlp(sizes, p):
    layers = []
    for a, b in zip(sizes[:-2], sizes[1:-1]):
        layers += [nn.Linear(a, b), nn.ReLU(), nn.Dropout(p)]
    return nn.Sequential(*layers, nn.Linear(sizes[-2], sizes[-1]))


def run(X, y, classes, epochs=30):
    torch.manual_seed(8)
    net = mlp([X.shape[1], 128, 64, classes], p=0.2)
    opt = torch.optim.Adam(net.parameters(), lr=1e-3)
    loader = DataLoader(TensorDataset(X, y), batch_size=64, shuffle=True)
    for epoch in range(epochs):
        net.train()
        for xb, yb in loader:
            probs = torch.softmax(net(xb), dim=-1)
            loss = F.nll_loss(probs, yb)  # must: softmax-with-nllloss
            opt.zero_grad()
            loss.backward()
            opt.step()
    return net
