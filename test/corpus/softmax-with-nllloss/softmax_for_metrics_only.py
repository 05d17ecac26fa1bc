import torch
import torch.nn.functional as F
from sklearn.metrics import roc_auc_score
from torch import nn


class Model(nn.Module):
    def __init__(self, n_in, n_out):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(n_in, 64), nn.ReLU(), nn.Dropout(0.2), nn.Linear(64, n_out))

    def forward(self, x):
        return F.log_softmax(self.net(x), dim=1)

    @torch.no_grad()
    def predict_proba(self, x):
        self.eval()
        return F.softmax(self.net(x), dim=1)


def train(model, loader, epochs):
    torch.manual_seed(2)
    optimizer = torch.optim.Adam(model.parameters())
    for _ in range(epochs):
        model.train()
        for x, y in loader:
            optimizer.zero_grad()
            loss = F.nll_loss(model(x), y)
            loss.backward()
            optimizer.step()


def auc(model, x, y):
    return roc_auc_score(y, model.predict_proba(x).numpy(), multi_class="ovr")
