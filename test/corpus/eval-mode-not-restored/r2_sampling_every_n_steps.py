import torch
import torch.nn as nn
import torch.nn.functional as F


class CharModel(nn.Module):
    def __init__(self, vocab, dim=256):
        super().__init__()
        self.emb = nn.Embedding(vocab, dim)
        self.rnn = nn.GRU(dim, dim, num_layers=2, dropout=0.3, batch_first=True)
        self.out = nn.Linear(dim, vocab)

    def forward(self, idx, h=None):
        y, h = self.rnn(self.emb(idx), h)
        return self.out(y), h

    @torch.no_grad()
    def sample(self, seed, length):
        self.eval()
        idx, h, text = seed, None, []
        for _ in range(length):
            logits, h = self(idx, h)
            idx = torch.multinomial(F.softmax(logits[:, -1], dim=-1), 1)
            text.append(idx.item())
        return text


def fit(model, batches, steps, lr=2e-3):
    opt = torch.optim.Adam(model.parameters(), lr=lr)
    model.train()
    for step, (x, y) in zip(range(steps), batches):
        logits, _ = model(x)  # must: eval-mode-not-restored
        loss = F.cross_entropy(logits.flatten(0, 1), y.flatten())
        opt.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        opt.step()
        if step % 500 == 499:
            print(step, loss.item(), model.sample(torch.zeros(1, 1, dtype=torch.long), 80))
