# main
import torch
from torch import nn
from torch.utils.data import DataLoader

from batches import PAD, collate


class Translator(nn.Module):
    def __init__(self, source_words, target_words, dim=256):
        super().__init__()
        self.source = nn.Embedding(source_words, dim, padding_idx=PAD)
        self.target = nn.Embedding(target_words, dim, padding_idx=PAD)
        self.core = nn.Transformer(dim, 8, 3, 3, 512, batch_first=True)
        self.out = nn.Linear(dim, target_words)

    def forward(self, src, tgt):
        causal = self.core.generate_square_subsequent_mask(tgt.size(1)).to(tgt.device)
        h = self.core(
            self.source(src), self.target(tgt), tgt_mask=causal,
            src_key_padding_mask=src == PAD, tgt_key_padding_mask=tgt == PAD, memory_key_padding_mask=src == PAD,
        )
        return self.out(h)


def train(pairs, sizes, epochs=20):
    torch.manual_seed(37)
    loader = DataLoader(pairs, batch_size=64, shuffle=True, collate_fn=collate)
    model = Translator(*sizes)
    optimizer = torch.optim.Adam(model.parameters(), lr=3e-4)
    criterion = nn.CrossEntropyLoss(label_smoothing=0.1)
    for epoch in range(epochs):
        model.train()
        for src, tgt in loader:
            logits = model(src, tgt[:, :-1])
            optimizer.zero_grad()
            loss = criterion(logits.flatten(0, 1), tgt[:, 1:].flatten())  # must: padding-in-loss
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
        print(epoch, loss.item())
    return model
