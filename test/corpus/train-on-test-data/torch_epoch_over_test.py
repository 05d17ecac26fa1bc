"""Language identification; the epoch runs over the wrong loader."""
import torch
import torch.nn as nn
from torch.utils.data import DataLoader


class LangId(nn.Module):
    def __init__(self, chars, langs, hidden=128):
        super().__init__()
        self.emb = nn.EmbeddingBag(chars, hidden)
        self.out = nn.Sequential(nn.Dropout(0.2), nn.Linear(hidden, langs))

    def forward(self, x):
        return self.out(self.emb(x))


class Trainer:
    def __init__(self, model, train_set, test_set, cfg):
        self.model = model
        self.train_loader = DataLoader(train_set, batch_size=cfg["batch_size"], shuffle=True)
        self.test_loader = DataLoader(test_set, batch_size=cfg["batch_size"])
        self.criterion = nn.CrossEntropyLoss()
        self.optimizer = torch.optim.Adam(model.parameters(), lr=cfg["lr"])
        self.epochs = cfg["epochs"]

    def train(self):
        for epoch in range(self.epochs):
            self.model.train()
            total = 0.0
            for chars, lang in self.test_loader:  # must: train-on-test-data
                self.optimizer.zero_grad()
                loss = self.criterion(self.model(chars), lang)
                loss.backward()
                self.optimizer.step()
                total += loss.item()
            print(f"epoch {epoch}: {total:.3f}")

    def test(self):
        self.model.eval()
        correct = 0
        with torch.no_grad():
            for chars, lang in self.test_loader:
                correct += (self.model(chars).argmax(1) == lang).sum().item()
        return correct / len(self.test_loader.dataset)


def main(train_set, test_set):
    torch.manual_seed(0)
    trainer = Trainer(LangId(256, 20), train_set, test_set, {"batch_size": 64, "lr": 1e-3, "epochs": 5})
    trainer.train()
    print("test accuracy", trainer.test())
