"""Monte Carlo dropout: the net stays random while predicting, to tell how sure it is."""
import torch
import torch.nn.functional as F
from torch import nn


class MCDropoutRegressor(nn.Module):
    def __init__(self, n_in, width=100, p=0.1):
        super().__init__()
        self.hidden, self.out, self.p = nn.Linear(n_in, width), nn.Linear(width, 1), p

    def forward(self, x):
        # Dropout is on in prediction too: each call is one sample of the posterior.
        h = F.dropout(torch.relu(self.hidden(x)), self.p, training=True)
        return self.out(h).squeeze(-1)

    @torch.no_grad()
    def predict_with_uncertainty(self, x, samples=50):
        draws = torch.stack([self(x) for _ in range(samples)])
        return draws.mean(dim=0), draws.std(dim=0)


def train(model, loader, epochs):
    torch.manual_seed(6)
    optimizer = torch.optim.Adam(model.parameters(), weight_decay=1e-4)
    for _ in range(epochs):
        model.train()
        for x, y in loader:
            optimizer.zero_grad()
            F.mse_loss(model(x), y).backward()
            optimizer.step()
