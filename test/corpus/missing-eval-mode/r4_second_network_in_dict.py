"""Image captioning: encoder and decoder kept in one dictionary of parts."""
import torch
from torch import nn
from torch.utils.data import DataLoader


class Decoder(nn.Module):
    def __init__(self, vocab, width):
        super().__init__()
        self.embed = nn.Embedding(vocab, width)
        self.rnn = nn.GRU(width, width, batch_first=True)
        self.drop = nn.Dropout(0.4)
        self.out = nn.Linear(width, vocab)

    def forward(self, feature, words):
        hidden, _ = self.rnn(self.embed(words), feature.unsqueeze(0))
        return self.out(self.drop(hidden))


class Captioner:
    def __init__(self, encoder, decoder, pad, lr=3e-4):
        self.parts = {"encoder": encoder, "decoder": decoder}
        self.optimizer = torch.optim.Adam([*encoder.parameters(), *decoder.parameters()], lr=lr)
        self.criterion = nn.CrossEntropyLoss(ignore_index=pad)

    def batch_loss(self, feature, words):
        logits = self.parts["decoder"](feature, words[:, :-1])
        return self.criterion(logits.transpose(1, 2), words[:, 1:])

    def train_epoch(self, loader):
        for part in self.parts.values():
            part.train()
        for image, words in loader:
            self.optimizer.zero_grad()
            self.batch_loss(self.parts["encoder"](image), words).backward()
            self.optimizer.step()

    @torch.no_grad()
    def validate(self, loader):
        encoder, decoder = self.parts["encoder"], self.parts["decoder"]
        encoder.eval()
        total = 0.0
        for image, words in loader:
            feature = encoder(image)
            logits = decoder(feature, words[:, :-1])  # must: missing-eval-mode
            total += self.criterion(logits.transpose(1, 2), words[:, 1:]).item()
        return total / len(loader)


def run(encoder, vocab, pad, train_set, val_set, epochs=30):
    torch.manual_seed(12)
    captioner = Captioner(encoder, Decoder(vocab, 512), pad)
    train_loader, val_loader = DataLoader(train_set, 32, shuffle=True), DataLoader(val_set, 64)
    for epoch in range(epochs):
        captioner.train_epoch(train_loader)
        print(epoch, captioner.validate(val_loader))
