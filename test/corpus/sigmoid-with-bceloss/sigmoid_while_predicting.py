import torch
from sklearn.metrics import f1_score
from torch import nn


class Tagger(nn.Module):
    def __init__(self, n_in, n_tags):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(n_in, 512), nn.GELU(), nn.Dropout(0.4), nn.Linear(512, n_tags))

    def forward(self, x):
        logits = self.body(x)
        return logits if self.training else torch.sigmoid(logits)


def fit(tagger, loader, epochs, pos_weight=None):
    torch.manual_seed(0)
    criterion = nn.BCEWithLogitsLoss(pos_weight=pos_weight)
    opt = torch.optim.AdamW(tagger.parameters(), lr=1e-3)
    for _ in range(epochs):
        tagger.train()
        for x, tags in loader:
            opt.zero_grad()
            criterion(tagger(x), tags).backward()
            opt.step()


@torch.no_grad()
def micro_f1(tagger, loader, threshold=0.5):
    tagger.eval()
    found, truth = [], []
    for x, tags in loader:
        found.append(tagger(x) > threshold)
        truth.append(tags > 0.5)
    return f1_score(torch.cat(truth).numpy(), torch.cat(found).numpy(), average="micro")
