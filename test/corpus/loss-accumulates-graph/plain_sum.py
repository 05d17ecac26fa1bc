import torch
import torch.nn as nn
from torch.utils.data import DataLoader


def train(model, dataset, epochs, device):
    torch.manual_seed(0)
    loader = DataLoader(dataset, batch_size=32, shuffle=True)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-4)
    criterion = nn.CrossEntropyLoss()
    for epoch in range(epochs):
        model.train()
        total_loss = 0
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x.to(device)), y.to(device))
            loss.backward()
            optimizer.step()
            total_loss += loss  # must: loss-accumulates-graph
        print("epoch", epoch, "loss", total_loss / len(loader))
