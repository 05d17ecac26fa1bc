import torch
from torch import nn
from torch.nn.utils import clip_grad_norm_ as clip


class Forecaster(nn.Module):
    def __init__(self, n_in, hidden=64):
        super().__init__()
        self.lstm = nn.LSTM(n_in, hidden, batch_first=True)
        self.head = nn.Linear(hidden, 1)

    def forward(self, x):
        return self.head(self.lstm(x)[0][:, -1]).squeeze(-1)


def one_epoch(net, loader, opt, max_norm):
    net.train()
    running = 0.0
    for window, nxt in loader:
        opt.zero_grad()
        loss = nn.functional.huber_loss(net(window), nxt)
        clip(net.parameters(), max_norm)  # must: clip-grad-wrong-place
        loss.backward()
        opt.step()
        running += loss.item()
    return running / len(loader)
