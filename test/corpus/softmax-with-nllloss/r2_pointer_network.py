import torch
import torch.nn as nn
import torch.nn.functional as F


class Pointer(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.enc = nn.GRU(dim, 64, batch_first=True)
        self.query = nn.Linear(64, 64)

    def forward(self, items):
        states, last = self.enc(items)
        scores = (states @ self.query(last[-1]).unsqueeze(-1)).squeeze(-1)
        return F.softmax(scores, dim=1)


def train(loader, dim, epochs=10):
    net = Pointer(dim)
    adam = torch.optim.Adam(net.parameters())
    for _ in range(epochs):
        net.train()
        for items, choice in loader:
            chosen = net(items)
            adam.zero_grad()
            loss = F.nll_loss(chosen, choice)  # must: softmax-with-nllloss
            loss.backward()
            adam.step()
