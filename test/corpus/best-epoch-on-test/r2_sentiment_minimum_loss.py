import argparse
import sys

import torch
import torch.nn as nn
import torch.nn.functional as TF
from torch.utils.data import DataLoader, TensorDataset


class Bag(nn.Module):
    def __init__(self, words, dim, classes):
        super().__init__()
        self.emb = nn.EmbeddingBag(words, dim, padding_idx=0)
        self.out = nn.Sequential(nn.Dropout(0.4), nn.Linear(dim, classes))

    def forward(self, ids):
        return self.out(self.emb(ids))


def test(model, data, device):
    model.eval()
    loss = correct = 0
    with torch.no_grad():
        for ids, y in data:
            ids, y = ids.to(device), y.to(device)
            logits = model(ids)
            loss += TF.cross_entropy(logits, y, reduction="sum").item()
            correct += logits.argmax(1).eq(y).sum().item()
    return loss / len(data.dataset), correct / len(data.dataset)


def main(argv=None):
    p = argparse.ArgumentParser()
    p.add_argument("--epochs", type=int, default=25)
    p.add_argument("--seed", type=int, default=0)
    args = p.parse_args(argv)
    torch.manual_seed(args.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    blob = torch.load("reviews.pt", map_location="cpu", weights_only=True)
    train_data = DataLoader(TensorDataset(blob["train_x"], blob["train_y"]), batch_size=64, shuffle=True)
    test_data = DataLoader(TensorDataset(blob["test_x"], blob["test_y"]), batch_size=256)
    model = Bag(30000, 100, 2).to(device)
    opt = torch.optim.Adam(model.parameters())

    lowest, at_lowest = float("inf"), None
    for epoch in range(args.epochs):
        model.train()
        for ids, y in train_data:
            opt.zero_grad()
            loss = TF.cross_entropy(model(ids.to(device)), y.to(device))
            loss.backward()
            opt.step()
        test_loss, test_acc = test(model, test_data, device)
        print(f"epoch {epoch}: {test_loss:.4f} {test_acc:.4f}")
        if test_loss < lowest:  # must: best-epoch-on-test
            lowest, at_lowest = test_loss, test_acc
            torch.save(model.state_dict(), "bag.pt")
    print("final test accuracy", at_lowest)
    return 0


sys.exit(main())
