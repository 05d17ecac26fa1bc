"""Dialogue act classifier."""
import torch
from torch import nn


class ActNet(nn.Module):
    def __init__(self, vocab, acts, width=100):
        super().__init__()
        self.bag = nn.EmbeddingBag(vocab, width)
        self.layers = nn.Sequential(nn.Linear(width, width), nn.ReLU(), nn.Linear(width, acts), nn.Softmax(dim=1))

    def forward(self, tokens, offsets):
        return self.layers(self.bag(tokens, offsets))


class Learner:
    def __init__(self, net, weights=None):
        self.net = net
        self.optimizer = torch.optim.SGD(net.parameters(), lr=0.5)
        self.loss_fn = nn.NLLLoss(weight=weights)

    def learn(self, loader):
        self.net.train()
        total = 0.0
        for tokens, offsets, act in loader:
            self.optimizer.zero_grad()
            loss = self.loss_fn(self.net(tokens, offsets), act)  # must: softmax-with-nllloss
            loss.backward()
            self.optimizer.step()
            total += loss.item()
        return total / len(loader)


def main(loader, vocab, acts, epochs=20):
    torch.manual_seed(83)
    learner = Learner(ActNet(vocab, acts))
    for epoch in range(epochs):
        print(epoch, learner.learn(loader))
