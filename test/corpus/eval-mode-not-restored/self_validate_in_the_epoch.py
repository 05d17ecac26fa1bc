import torch
from torch import nn


class RecommenderTrainer:
    """Trains for a number of steps; validates every `val_every` of them."""

    def __init__(self, model, train_loader, val_loader, lr=1e-3, val_every=1000):
        self.model = model
        self.train_loader = train_loader
        self.val_loader = val_loader
        self.val_every = val_every
        self.optimizer = torch.optim.Adam(self.model.parameters(), lr=lr)
        self.criterion = nn.BCEWithLogitsLoss()
        self.global_step = 0
        self.best = float("inf")

    def train_epoch(self):
        self.model.train()
        for users, items, clicked in self.train_loader:
            self.optimizer.zero_grad()
            scores = self.model(users, items)  # must: eval-mode-not-restored
            loss = self.criterion(scores, clicked)
            loss.backward()
            self.optimizer.step()
            self.global_step += 1
            if self.global_step % self.val_every == 0:
                self.validate()

    def validate(self):
        self.model.eval()
        total = 0.0
        with torch.no_grad():
            for users, items, clicked in self.val_loader:
                total += self.criterion(self.model(users, items), clicked).item()
        total /= len(self.val_loader)
        if total < self.best:
            self.best = total
            torch.save(self.model.state_dict(), "recommender.pt")


class NeuralCF(nn.Module):
    def __init__(self, n_users, n_items, dim=32):
        super().__init__()
        self.user = nn.Embedding(n_users, dim)
        self.item = nn.Embedding(n_items, dim)
        self.mlp = nn.Sequential(nn.Linear(2 * dim, 64), nn.ReLU(), nn.Dropout(0.2), nn.Linear(64, 1))

    def forward(self, u, i):
        return self.mlp(torch.cat([self.user(u), self.item(i)], dim=-1)).squeeze(-1)


def main(train_loader, val_loader, n_users, n_items):
    torch.manual_seed(0)
    trainer = RecommenderTrainer(NeuralCF(n_users, n_items), train_loader, val_loader)
    for _ in range(10):
        trainer.train_epoch()
