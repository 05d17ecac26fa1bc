"""Names by nationality, with a recurrent net over characters."""
import random
import string

import torch
import torch.nn as nn

LETTERS = string.ascii_letters + " .,;'"


class CharRNN(nn.Module):
    def __init__(self, hidden, categories):
        super().__init__()
        self.rnn = nn.GRU(len(LETTERS), hidden, batch_first=True)
        self.h2o = nn.Linear(hidden, categories)
        self.softmax = nn.Softmax(dim=1)

    def forward(self, line):
        _, last = self.rnn(line)
        return self.softmax(self.h2o(last[-1]))


def one_hot(name):
    line = torch.zeros(1, len(name), len(LETTERS))
    for i, letter in enumerate(name):
        line[0, i, LETTERS.find(letter)] = 1.0
    return line


class Teacher:
    def __init__(self, names_by_category, hidden=128, lr=0.005):
        self.data = names_by_category
        self.categories = sorted(names_by_category)
        self.net = CharRNN(hidden, len(self.categories))
        self.criterion = nn.NLLLoss()
        self.optimizer = torch.optim.SGD(self.net.parameters(), lr=lr)

    def step(self):
        label = random.randrange(len(self.categories))
        name = random.choice(self.data[self.categories[label]])
        self.optimizer.zero_grad()
        output = self.net(one_hot(name))
        loss = self.criterion(output, torch.tensor([label]))  # must: softmax-with-nllloss
        loss.backward()
        self.optimizer.step()
        return loss.item()


def main(data, steps=100_000):
    random.seed(0)
    torch.manual_seed(0)
    teacher = Teacher(data)
    for i in range(steps):
        loss = teacher.step()
        if i % 5000 == 0:
            print(i, loss)
