import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


class AutoEncoder(nn.Module):
    def __init__(self, n_features, n_code=8):
        super().__init__()
        self.encoder = nn.Sequential(nn.Linear(n_features, 64), nn.ReLU(), nn.Linear(64, n_code))
        self.decoder = nn.Sequential(nn.Linear(n_code, 64), nn.ReLU(), nn.Linear(64, n_features))

    def forward(self, x):
        return self.decoder(self.encoder(x))


class AnomalyDetector:
    def __init__(self, n_features, lr=1e-3, epochs=40, batch_size=256):
        self.model = AutoEncoder(n_features)
        self.optimizer = torch.optim.Adam(self.model.parameters(), lr=lr, weight_decay=1e-5)
        self.criterion = nn.MSELoss()
        self.epochs, self.batch_size = epochs, batch_size

    def _run_batch(self, rows):
        self.optimizer.zero_grad()
        loss = self.criterion(self.model(rows), rows)
        loss.backward()  # must: missing-optimizer-step
        return loss.item()

    def fit(self, X):
        torch.manual_seed(0)
        loader = DataLoader(TensorDataset(torch.as_tensor(X, dtype=torch.float32)), self.batch_size, shuffle=True)
        for epoch in range(self.epochs):
            self.model.train()
            mean = sum(self._run_batch(rows) for (rows,) in loader) / len(loader)
            print(f"epoch {epoch + 1}: {mean:.5f}")
        return self

    @torch.no_grad()
    def score(self, X):
        self.model.eval()
        X = torch.as_tensor(X, dtype=torch.float32)
        return (self.model(X) - X).pow(2).mean(1).numpy()
