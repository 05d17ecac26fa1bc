import torch
import torch.nn as nn


class EmotionLSTM(nn.Module):
    def __init__(self, n_features, n_classes, hidden=128):
        super(EmotionLSTM, self).__init__()
        self.lstm = nn.LSTM(n_features, hidden, batch_first=True)
        self.linear = nn.Linear(hidden, n_classes)
        self.softmax = nn.Softmax(dim=-1)

    def forward(self, sequence):
        _, (h, _) = self.lstm(sequence)
        logits = self.linear(h[-1])
        return self.softmax(logits)  # must: softmax-before-cross-entropy


class Experiment:
    def __init__(self, n_features, n_classes, class_weights):
        self.model = EmotionLSTM(n_features, n_classes)
        self.criterion = nn.CrossEntropyLoss(weight=torch.as_tensor(class_weights))
        self.opt = torch.optim.Adam(self.model.parameters(), lr=1e-3)

    def train_epoch(self, loader):
        self.model.train()
        for seq, label in loader:
            self.opt.zero_grad()
            prediction = self.model(seq)
            loss = self.criterion(prediction, label)
            loss.backward()
            self.opt.step()

    def accuracy(self, loader):
        self.model.eval()
        with torch.no_grad():
            return sum((self.model(s).argmax(1) == l).sum().item() for s, l in loader) / len(loader.dataset)
