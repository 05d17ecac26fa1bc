import torch
import torch.nn as nn
from sklearn.metrics import roc_auc_score


class Tabular(nn.Module):
    def __init__(self, cards, n_num, p=0.25):
        super().__init__()
        self.embs = nn.ModuleList([nn.Embedding(c, min(50, (c + 1) // 2)) for c in cards])
        width = sum(e.embedding_dim for e in self.embs) + n_num
        self.mlp = nn.Sequential(nn.Linear(width, 200), nn.ReLU(), nn.Dropout(p), nn.Linear(200, 1))

    def forward(self, cats, nums):
        e = [emb(cats[:, i]) for i, emb in enumerate(self.embs)]
        return self.mlp(torch.cat(e + [nums], dim=1)).squeeze(1)


def train_one(model, loader, opt):
    model.train()
    for cats, nums, y in loader:
        opt.zero_grad()
        loss = nn.functional.binary_cross_entropy_with_logits(model(cats, nums), y)
        loss.backward()
        opt.step()


@torch.no_grad()
def valid_loss(model, loader):
    model.eval()
    losses = [nn.functional.binary_cross_entropy_with_logits(model(c, n), y).item() for c, n, y in loader]
    return sum(losses) / len(losses)


def test_auc(model, loader):
    model.eval()
    scores, truth = [], []
    for cats, nums, y in loader:
        scores += torch.sigmoid(model(cats, nums)).tolist()  # must: missing-no-grad
        truth += y.tolist()
    return roc_auc_score(truth, scores)


def main(train_dl, valid_dl, test_dl, cards, n_num):
    torch.manual_seed(1)
    model = Tabular(cards, n_num)
    opt = torch.optim.Adam(model.parameters(), lr=1e-3)
    best = float("inf")
    for epoch in range(50):
        train_one(model, train_dl, opt)
        loss = valid_loss(model, valid_dl)
        if loss < best:
            best = loss
            torch.save(model.state_dict(), "tabular.pt")
    print("auc", test_auc(model, test_dl))
