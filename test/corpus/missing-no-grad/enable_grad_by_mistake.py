import torch
from torch import nn


class Forecaster(nn.Module):
    def __init__(self, n_in, hidden=64, horizon=24):
        super().__init__()
        self.rnn = nn.LSTM(n_in, hidden, num_layers=2, dropout=0.1, batch_first=True)
        self.readout = nn.Linear(hidden, horizon)

    def forward(self, window):
        out, _ = self.rnn(window)
        return self.readout(out[:, -1])


def loop(model, loader, optimizer, train):
    model.train(train)
    total = 0.0
    for window, future in loader:
        forecast = model(window)  # must: missing-no-grad
        loss = nn.functional.l1_loss(forecast, future)
        if train:
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        total += loss.item()
    return total / len(loader)


def main(train_loader, valid_loader, n_in):
    torch.manual_seed(33)
    model = Forecaster(n_in)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    for epoch in range(60):
        train_mae = loop(model, train_loader, optimizer, train=True)
        valid_mae = loop(model, valid_loader, optimizer, train=False)
        print(f"{epoch} {train_mae:.3f} {valid_mae:.3f}")
