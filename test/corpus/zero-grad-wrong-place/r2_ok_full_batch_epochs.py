import torch
from torch import nn


def fit(x, y, epochs=3000):
    w = nn.Parameter(torch.zeros(x.shape[1]))
    b = nn.Parameter(torch.zeros(()))
    opt = torch.optim.Adam([w, b], lr=0.05)
    for epoch in range(epochs):
        opt.zero_grad()
        loss = 0.0
        for chunk_x, chunk_y in zip(x.split(512), y.split(512)):
            part = ((chunk_x @ w + b - chunk_y) ** 2).sum() / len(x)
            part.backward()
            loss += part.item()
        opt.step()
        if epoch % 100 == 0:
            print(epoch, loss)
    return w.detach(), b.detach()
