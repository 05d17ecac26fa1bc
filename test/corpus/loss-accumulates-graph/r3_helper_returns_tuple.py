import argparse
import sys

import torch
import torch.nn as nn
import torch.nn.functional as F
import torch.optim as optim
from torch.utils.data import DataLoader


class QuestionEncoder(nn.Module):
    def __init__(self, vocab, dim=256):
        super().__init__()
        self.emb = nn.EmbeddingBag(vocab, dim)
        self.proj = nn.Linear(dim, dim)

    def forward(self, ids):
        return F.normalize(self.proj(self.emb(ids)), dim=-1)


def batch_update(encoder, optimizer, question, duplicate, temperature):
    optimizer.zero_grad()
    similarity = encoder(question) @ encoder(duplicate).t() / temperature
    target = torch.arange(len(question))
    loss = F.cross_entropy(similarity, target)
    hits = (similarity.argmax(1) == target).sum().item()
    loss.backward()
    optimizer.step()
    return loss, hits


def main(argv):
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("--vocab", type=int, default=60000)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--temperature", type=float, default=0.05)
    args = parser.parse_args(argv)
    torch.manual_seed(1)
    pairs = torch.load(args.data, weights_only=True, map_location="cpu")
    loader = DataLoader(list(zip(pairs["a"], pairs["b"])), batch_size=128, shuffle=True)
    encoder = QuestionEncoder(args.vocab)
    optimizer = optim.Adam(encoder.parameters(), lr=2e-3)
    for epoch in range(args.epochs):
        encoder.train()
        loss_sum, n_hits, n = 0, 0, 0
        for a, b in loader:
            batch_loss, hits = batch_update(encoder, optimizer, a, b, args.temperature)
            loss_sum = loss_sum + batch_loss * len(a)  # must: loss-accumulates-graph
            n_hits += hits
            n += len(a)
        print("epoch {} loss {:.4f} hits {:.3f}".format(epoch, float(loss_sum) / n, n_hits / n))
    torch.save(encoder.state_dict(), "encoder.pt")


if __name__ == "__main__":
    main(sys.argv[1:])
