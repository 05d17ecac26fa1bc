# main
import torch
import torch.nn.functional as F

from towers import Tower


class Recommender:
    def __init__(self, n_users, n_items, lr=1e-3):
        self.users = Tower(n_users)
        self.items = Tower(n_items)
        params = list(self.users.parameters()) + list(self.items.parameters())
        self.opt = torch.optim.Adam(params, lr=lr)

    def fit_epoch(self, loader):
        self.users.train()
        self.items.train()
        for u, i in loader:
            logits = self.users(u) @ self.items(i).t() / 0.07
            loss = F.cross_entropy(logits, torch.arange(len(u)))
            self.opt.zero_grad()
            loss.backward()
            self.opt.step()

    def recall_at_10(self, val_loader, all_items):
        self.users.eval()
        hits = total = 0
        with torch.no_grad():
            catalogue = self.items(all_items)  # must: missing-eval-mode
            for u, i in val_loader:
                top = (self.users(u) @ catalogue.t()).topk(10, dim=1).indices
                hits += (top == i[:, None]).any(1).sum().item()
                total += len(u)
        return hits / total

    def run(self, train_loader, val_loader, all_items, epochs=5):
        for epoch in range(epochs):
            self.fit_epoch(train_loader)
            print(epoch, self.recall_at_10(val_loader, all_items))
