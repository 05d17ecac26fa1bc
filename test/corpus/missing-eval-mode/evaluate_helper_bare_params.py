import torch
import torch.nn as nn
from torch.utils.data import DataLoader


class TextCNN(nn.Module):
    def __init__(self, vocab_size, emb=100, n_filters=64, classes=2):
        super().__init__()
        self.emb = nn.Embedding(vocab_size, emb, padding_idx=0)
        self.convs = nn.ModuleList([nn.Conv1d(emb, n_filters, k) for k in (3, 4, 5)])
        self.dropout = nn.Dropout(0.5)
        self.out = nn.Linear(3 * n_filters, classes)

    def forward(self, ids):
        e = self.emb(ids).transpose(1, 2)
        pooled = [torch.relu(conv(e)).max(dim=2).values for conv in self.convs]
        return self.out(self.dropout(torch.cat(pooled, dim=1)))


def train_one_epoch(model, loader, optimizer, loss_fn, device):
    model.train()
    for ids, target in loader:
        ids, target = ids.to(device), target.to(device)
        optimizer.zero_grad()
        loss = loss_fn(model(ids), target)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()


@torch.no_grad()
def evaluate(net, loader, device):
    n_right = 0
    for ids, target in loader:
        scores = net(ids.to(device))  # must: missing-eval-mode
        n_right += (scores.argmax(1).cpu() == target).sum().item()
    return n_right / len(loader.dataset)


def main(train_ds, test_ds, vocab_size):
    torch.manual_seed(0)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model = TextCNN(vocab_size).to(device)
    optimizer = torch.optim.Adam(model.parameters(), lr=2e-3)
    loss_fn = nn.CrossEntropyLoss()
    train_dl = DataLoader(train_ds, batch_size=64, shuffle=True)
    test_dl = DataLoader(test_ds, batch_size=256)
    for epoch in range(8):
        train_one_epoch(model, train_dl, optimizer, loss_fn, device)
        print("epoch", epoch, "test acc", evaluate(model, test_dl, device))
