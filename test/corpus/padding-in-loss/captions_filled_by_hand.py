"""Image captions; the dataset itself fills every caption up with <pad>."""
import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset


class Vocab:
    def __init__(self, words):
        self.stoi = {w: i for i, w in enumerate(["<pad>", "<s>", "</s>", "<unk>", *words])}

    def encode(self, caption, length):
        ids = [self.stoi["<s>"]] + [self.stoi.get(w, 3) for w in caption.split()][: length - 2] + [self.stoi["</s>"]]
        return ids + [self.stoi["<pad>"]] * (length - len(ids))


class Captions(Dataset):
    def __init__(self, features, captions, vocab, length=24):
        self.features, self.captions, self.vocab, self.length = features, captions, vocab, length

    def __len__(self):
        return len(self.captions)

    def __getitem__(self, i):
        return self.features[i], torch.tensor(self.vocab.encode(self.captions[i], self.length))


class Captioner(nn.Module):
    def __init__(self, vocab, d_image, hidden=512):
        super().__init__()
        self.start = nn.Linear(d_image, hidden)
        self.embed = nn.Embedding(len(vocab.stoi), hidden, padding_idx=vocab.stoi["<pad>"])
        self.gru = nn.GRU(hidden, hidden, batch_first=True)
        self.words = nn.Linear(hidden, len(vocab.stoi))

    def forward(self, image, words):
        states, _ = self.gru(self.embed(words), self.start(image).unsqueeze(0))
        return self.words(states)


def fit(captioner, dataset, epochs=20):
    torch.manual_seed(0)
    ce = nn.CrossEntropyLoss()
    opt = torch.optim.Adam(captioner.parameters(), lr=4e-4)
    for _ in range(epochs):
        captioner.train()
        for image, caption in DataLoader(dataset, batch_size=32, shuffle=True):
            out = captioner(image, caption[:, :-1])
            loss = ce(out.permute(0, 2, 1), caption[:, 1:])  # must: padding-in-loss
            opt.zero_grad()
            loss.backward()
            opt.step()
