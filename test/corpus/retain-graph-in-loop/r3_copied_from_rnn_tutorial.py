import numpy as np
import pandas as pd
import torch
import torch.nn as nn

torch.manual_seed(1)

prices = pd.read_csv("energy.csv", parse_dates=["hour"]).sort_values("hour")["price"].to_numpy(np.float32)
SPLIT = len(prices) - 24 * 60
mean, std = prices[:SPLIT].mean(), prices[:SPLIT].std()
scaled = (prices - mean) / std
PAST = 48


def windows(series):
    past = np.stack([series[i:i + PAST] for i in range(len(series) - PAST)])
    return torch.from_numpy(past)[..., None], torch.from_numpy(series[PAST:])


x_train, y_train = windows(scaled[:SPLIT])


class PriceLSTM(nn.Module):
    def __init__(self, hidden=64):
        super(PriceLSTM, self).__init__()
        self.hidden = hidden
        self.lstm = nn.LSTM(1, hidden, batch_first=True)
        self.linear = nn.Linear(hidden, 1)

    def forward(self, x):
        h0 = torch.zeros(1, x.size(0), self.hidden)
        c0 = torch.zeros(1, x.size(0), self.hidden)
        out, _ = self.lstm(x, (h0, c0))
        return self.linear(out[:, -1]).squeeze(1)


model = PriceLSTM()
criterion = nn.MSELoss()
optimiser = torch.optim.Adam(model.parameters(), lr=0.01)
hist = np.zeros(60)

for t in range(60):
    model.train()
    order = torch.randperm(len(x_train))
    for part in order.split(256):
        optimiser.zero_grad()
        y_pred = model(x_train[part])
        loss = criterion(y_pred, y_train[part])
        loss.backward(retain_graph=True)  # must: retain-graph-in-loop
        optimiser.step()
    hist[t] = loss.item()
    print("epoch", t, "mse", hist[t])
torch.save(model.state_dict(), "price_lstm.pt")
