import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset, random_split


class Windows(Dataset):
    """Consecutive readings of a turbine and the reading that comes next."""

    def __init__(self, signal: torch.Tensor, length: int):
        self.signal, self.length = signal, length

    def __len__(self):
        return len(self.signal) - self.length

    def __getitem__(self, i):
        return self.signal[i : i + self.length], self.signal[i + self.length, 0]


class Forecaster(nn.Module):
    def __init__(self, channels: int, hidden: int = 64):
        super().__init__()
        self.rnn = nn.GRU(channels, hidden, batch_first=True)
        self.head = nn.Linear(hidden, 1)

    def forward(self, x):
        out, _ = self.rnn(x)
        return self.head(out[:, -1]).squeeze(-1)


def evaluate(model, loader):
    model.eval()
    total, n = 0.0, 0
    with torch.no_grad():
        for x, y in loader:
            total += nn.functional.l1_loss(model(x), y, reduction="sum").item()
            n += len(y)
    return total / n


def main():
    torch.manual_seed(5)
    signal = torch.load("turbine.pt", map_location="cpu", weights_only=True)
    windows = Windows(signal, 48)
    n_test = len(windows) // 5
    g = torch.Generator().manual_seed(5)
    train_set, test_set = random_split(windows, [len(windows) - n_test, n_test], generator=g)  # must: temporal-shuffle-split
    train_loader = DataLoader(train_set, batch_size=128, shuffle=True)
    test_loader = DataLoader(test_set, batch_size=256)

    model = Forecaster(signal.shape[1])
    opt = torch.optim.Adam(model.parameters())
    for epoch in range(20):
        model.train()
        for x, y in train_loader:
            opt.zero_grad()
            loss = nn.functional.smooth_l1_loss(model(x), y)
            loss.backward()
            opt.step()
    print("MAE of the next reading:", evaluate(model, test_loader))


main()
