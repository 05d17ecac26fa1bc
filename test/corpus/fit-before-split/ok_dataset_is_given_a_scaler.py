import numpy as np
import torch
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from torch import nn
from torch.utils.data import DataLoader, Dataset


class Turbines(Dataset):
    """Rows of one part; the first part made fits the scaler, the others reuse it."""

    def __init__(self, rows, power, scaler=None):
        if scaler is None:
            scaler = StandardScaler().fit(rows)
        self.scaler = scaler
        self.rows = torch.tensor(scaler.transform(rows), dtype=torch.float32)
        self.power = torch.tensor(power, dtype=torch.float32)

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, i):
        return self.rows[i], self.power[i]


class Experiment:
    def __init__(self, table, seed):
        torch.manual_seed(seed)
        a, b, pa, pb = train_test_split(table[:, :-1], table[:, -1], test_size=0.2, random_state=seed)
        self.train = Turbines(a, pa)
        self.test = Turbines(b, pb, scaler=self.train.scaler)
        self.net = nn.Sequential(nn.Linear(a.shape[1], 32), nn.ReLU(), nn.Linear(32, 1))

    def fit(self, epochs=20):
        opt = torch.optim.Adam(self.net.parameters())
        for _ in range(epochs):
            for rows, power in DataLoader(self.train, batch_size=64, shuffle=True):
                opt.zero_grad()
                nn.functional.l1_loss(self.net(rows)[:, 0], power).backward()
                opt.step()
        return self

    @torch.no_grad()
    def error(self):
        return (self.net(self.test.rows)[:, 0] - self.test.power).abs().mean().item()


print(Experiment(np.load("turbines.npy"), seed=2).fit().error())
