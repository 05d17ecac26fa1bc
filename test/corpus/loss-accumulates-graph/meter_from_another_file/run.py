# main
import torch
import torch.nn.functional as F
from torch import nn

from meters import Mean


def run(loader, n_in, n_out, epochs=5):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(n_in, 50), nn.ELU(), nn.Linear(50, n_out))
    optimizer = torch.optim.NAdam(model.parameters())
    for epoch in range(epochs):
        mean = Mean()
        for x, y in loader:
            loss = F.cross_entropy(model(x), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            mean.add(loss, weight=len(y))  # must: loss-accumulates-graph
        print(epoch, float(mean.result()))
