"""A mixture of softmaxes has to leave log space, and comes back to it before the loss."""
import torch
from torch import nn
import torch.nn.functional as F


class MixtureHead(nn.Module):
    def __init__(self, dim, vocab, k=5):
        super().__init__()
        self.k = k
        self.prior = nn.Linear(dim, k)
        self.latent = nn.Linear(dim, k * dim)
        self.decode = nn.Linear(dim, vocab)

    def forward(self, h):
        prior = F.softmax(self.prior(h), dim=-1)
        latent = torch.tanh(self.latent(h)).unflatten(-1, (self.k, -1))
        probs = F.softmax(self.decode(latent), dim=-1)
        mixed = (prior.unsqueeze(-1) * probs).sum(-2)
        return torch.log(mixed.clamp_min(1e-8))


class LanguageModel(nn.Module):
    def __init__(self, vocab, dim=200):
        super().__init__()
        self.embed = nn.Embedding(vocab, dim)
        self.rnn = nn.LSTM(dim, dim, batch_first=True)
        self.head = MixtureHead(dim, vocab)

    def forward(self, ids):
        return self.head(self.rnn(self.embed(ids))[0])


def train(chunks, vocab, epochs=20):
    torch.manual_seed(16)
    model = LanguageModel(vocab)
    optimizer = torch.optim.ASGD(model.parameters(), lr=10.0, t0=0, lambd=0.0)
    nll = nn.NLLLoss()
    for epoch in range(epochs):
        model.train()
        for ids in chunks:
            optimizer.zero_grad()
            log_probs = model(ids[:, :-1])
            loss = nll(log_probs.flatten(0, 1), ids[:, 1:].flatten())
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 0.25)
            optimizer.step()
        print(epoch, loss.exp().item())
    return model
