import torch
from sklearn.metrics import roc_auc_score
from torch import nn


class Click(nn.Module):
    def __init__(self, cards, width=16):
        super().__init__()
        self.tables = nn.ModuleList([nn.Embedding(n, width) for n in cards])
        self.tower = nn.Sequential(nn.Linear(width * len(cards), 64), nn.ReLU(), nn.Linear(64, 1))

    def forward(self, ids):
        return self.tower(torch.cat([t(ids[:, i]) for i, t in enumerate(self.tables)], dim=1)).squeeze(1)

    @torch.no_grad()
    def probability(self, ids):
        return torch.sigmoid(self(ids))


def train(model, loaders, optimizer, epochs, positive_weight):
    criterion = nn.BCEWithLogitsLoss(pos_weight=torch.tensor(positive_weight))
    for epoch in range(epochs):
        model.train()
        for ids, clicked in loaders["train"]:
            optimizer.zero_grad()
            criterion(model(ids), clicked).backward()
            optimizer.step()
        model.eval()
        p, y = zip(*[(model.probability(ids), clicked) for ids, clicked in loaders["val"]])
        print(epoch, roc_auc_score(torch.cat(y).numpy(), torch.cat(p).numpy()))
