import torch
from torch import nn


class WordModel(nn.Module):
    def __init__(self, vocab, dim=200):
        super().__init__()
        self.emb = nn.Embedding(vocab, dim)
        self.rnn = nn.LSTM(dim, dim)
        self.out = nn.Linear(dim, vocab)

    def forward(self, ids, state):
        y, state = self.rnn(self.emb(ids), state)
        return self.out(y), state


def repackage(state):
    return tuple(s.detach() for s in state) if state is not None else None


def train(corpus, vocab, bptt=35, lr=1.0):
    net = WordModel(vocab)
    sgd = torch.optim.SGD(net.parameters(), lr=lr)
    net.train()
    state = None
    for i in range(0, len(corpus) - 1, bptt):
        n = min(bptt, len(corpus) - 1 - i)
        state = repackage(state)
        out, state = net(corpus[i : i + n], state)
        loss = nn.functional.cross_entropy(out.flatten(0, 1), corpus[i + 1 : i + 1 + n].flatten())
        sgd.zero_grad()
        loss.backward(retain_graph=True)  # must: retain-graph-in-loop
        nn.utils.clip_grad_norm_(net.parameters(), 0.25)
        sgd.step()
