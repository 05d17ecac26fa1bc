import torch
import torch.nn as nn


class AttentiveReader(nn.Module):
    def __init__(self, vocab, dim, answers):
        super().__init__()
        self.embed = nn.Embedding(vocab, dim)
        self.rnn = nn.GRU(dim, dim, batch_first=True)
        self.score = nn.Linear(dim, 1)
        self.answer = nn.Linear(dim, answers)

    def forward(self, tokens):
        states, _ = self.rnn(self.embed(tokens))
        weights = torch.softmax(self.score(states), dim=1)
        pooled = (weights * states).sum(dim=1)
        probabilities = torch.softmax(self.answer(pooled), dim=-1)  # must: softmax-before-cross-entropy
        return probabilities, weights.squeeze(-1)


def train(loader, vocab, answers, epochs=6):
    torch.manual_seed(0)
    reader = AttentiveReader(vocab, 128, answers)
    optimizer = torch.optim.Adam(reader.parameters(), lr=1e-3)
    loss_fn = nn.CrossEntropyLoss()
    for _ in range(epochs):
        reader.train()
        for tokens, answer in loader:
            optimizer.zero_grad()
            output, _ = reader(tokens)
            loss = loss_fn(output, answer)
            loss.backward()
            optimizer.step()
    return reader
