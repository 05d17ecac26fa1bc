import torch
import torch.nn as nn
from sklearn.metrics import f1_score


class LSTMTagger(nn.Module):
    def __init__(self, n_tokens, n_tags):
        super().__init__()
        self.embed = nn.Embedding(n_tokens, 128)
        self.lstm = nn.LSTM(128, 128, num_layers=2, dropout=0.3, bidirectional=True, batch_first=True)
        self.tag = nn.Linear(256, n_tags)

    def forward(self, tokens):
        out, _ = self.lstm(self.embed(tokens))
        return self.tag(out)


def run(train_batches, test_batches, n_tokens, n_tags):
    torch.manual_seed(5)
    tagger = LSTMTagger(n_tokens, n_tags)
    tagger.train()
    optim = torch.optim.Adam(tagger.parameters(), lr=1e-3)
    loss_function = nn.CrossEntropyLoss(ignore_index=-1)
    for _ in range(10):
        for tokens, tags in train_batches:
            optim.zero_grad()
            loss = loss_function(tagger(tokens).reshape(-1, n_tags), tags.reshape(-1))
            loss.backward()
            optim.step()

    y_true, y_pred = [], []
    for tokens, tags in test_batches:
        scores = tagger(tokens)  # must: missing-eval-mode, missing-no-grad
        y_pred.extend(scores.argmax(-1).flatten().tolist())
        y_true.extend(tags.flatten().tolist())
    return f1_score(y_true, y_pred, average="macro")
